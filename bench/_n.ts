import { planYear, gapOf, checkPlan } from '#planner'
import { district } from './_d.ts'
// 20 x 24, 190 x 12..18, 40x 8, 2200 x 3..8
const u0=process.cpuUsage();let c=0,b=0,v=0,un=0,sq=0
let i=0;const go=(n,km)=>{const p=district(++i,n,km);const a=process.cpuUsage();const r=planYear(p);const d=process.cpuUsage(a);T+=(d.user+d.system)/1000;const k=n<9?'small':n<19?'mid':'big';by[k]=(by[k]??0)+(d.user+d.system)/1000;if(!r.ok)throw 1;c+=r.value.cost.minutes;b+=r.value.bound;un+=r.value.unplaced.length;v+=p.visits.length;sq+=r.value.cost.terms[2].amount}
let T=0;const by={}
for(let k=0;k<20;k++)go(18+k%8,200)
for(let k=0;k<190;k++)go(10+k%9,80)
for(let k=0;k<40;k++)go(8,20)
for(let k=0;k<2200;k++)go(3+k%5,30)
console.log({T,by,v,gap:(c-b)/b*100,un,rms:Math.sqrt(sq/v),mb:process.memoryUsage().rss/1e6})
