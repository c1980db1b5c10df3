import { addDays, localDate, weekday } from '#kernel'
import { type PlaceId, type PlanProblem, type VisitId, checkPlan, planYear, gapOf, usualLimits } from '#planner'
import { randomFrom } from '/work/main/src/planner/random.ts'
const year = { first: localDate('2027-01-01'), last: localDate('2027-12-31') }
const q = [['01-01','03-31'],['04-01','06-30'],['07-01','09-30'],['10-01','12-31']].map(([a,b])=>({first:localDate('2027-'+a),last:localDate('2027-'+b)}))
export function district(seed:number,n:number,km=80):PlanProblem{
 const r=randomFrom('d'+seed)
 const pt=()=>({latitude:50+(r.below(2001)-1000)/1000*km/111,longitude:70+(r.below(2001)-1000)/1000*km/70})
 const places=Array.from({length:n},(_,i)=>({id:`p${i}` as PlaceId,point:pt()}))
 const working=Array.from({length:365},(_,a)=>addDays(year.first,a)).filter(d=>weekday(d)<6&&r.below(100)>8)
 const closed=places.flatMap(p=>Array.from({length:2},()=>{const f=addDays(year.first,r.below(350));return{place:p.id,first:f,last:addDays(f,6),reason:'x'}}))
 const wd=places.map(()=>r.below(4)===0?[1+r.below(5)]:[])
 return {seed:'s'+seed,horizon:year,home:{latitude:50,longitude:70},places,road:null,visits:places.flatMap((p,i)=>q.map((period,t)=>({id:`${p.id}/${t}` as VisitId,place:p.id,minutes:120,period,earliest:null,latest:null,weekdays:wd[i]!,hours:null}))),working,closed,hours:{from:'09:00',to:'19:00'},limits:usualLimits,fixed:[],noticeFrom:localDate('2027-01-15')}
}
if (process.argv[2]) {
const n=Number(process.argv[2]), seeds=Number(process.argv[3]), eff=Number(process.argv[4])
const gaps:number[]=[];let bad=0,un=0,sq=0,nn=0;const parts={t:0,sp:0,pr:0,ld:0}
const u0=process.cpuUsage()
for(let s=1;s<=seeds;s++){const p=district(s,n);const r=planYear(p,{stepsPerVisit:eff});if(!r.ok)throw r.refusal.code
 if(s<4)bad+=checkPlan(p,r.value).length;un+=r.value.unplaced.length;gaps.push(gapOf(r.value)*100)
 const b=r.value.bound;const T=Object.fromEntries(r.value.cost.terms.map(t=>[t.name,t]));sq+=T.spacing.amount;nn+=p.visits.length
 parts.sp+=T.spacing.minutes/b*100;parts.pr+=T.preference.minutes/b*100;parts.ld+=T.load.minutes/b*100;parts.t+=(T.travel.minutes+T['trip-days'].minutes)/b*100}
const u=process.cpuUsage(u0)
gaps.sort((a,b)=>a-b)
for(const k in parts)parts[k]=(parts[k]/seeds).toFixed(3)
console.log({cpu:(u.user+u.system)/1000/seeds,mean:gaps.reduce((a,b)=>a+b)/seeds,p95:gaps[Math.floor(seeds*.95)],max:gaps.at(-1),bad,un,rms:Math.sqrt(sq/nn),...parts})
}
