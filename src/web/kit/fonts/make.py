# Golos Text as two TrueType files for the posters: PDF takes no WOFF2. Licence: ../../public/fonts/OFL.txt.
# Needs `pip install fonttools brotli` and the dev dependency @fontsource-variable/golos-text; run in this folder.
from pathlib import Path
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

files = Path("../../../../node_modules/@fontsource-variable/golos-text/files")
for weight, style in ((400, "Regular"), (700, "Bold")):
    parts = []
    for letters in ("cyrillic", "cyrillic-ext", "latin", "latin-ext"):
        font = TTFont(files / f"golos-text-{letters}-wght-normal.woff2")
        font.flavor = None
        font = instancer.instantiateVariableFont(font, {"wght": weight})
        parts.append(f"{letters}-{weight}.part")
        font.save(parts[-1])
    whole = Merger().merge(parts)
    names = whole["name"]
    names.names = [name for name in names.names if name.nameID not in (16, 17, 25)]
    for number, words in ((1, "Golos Text"), (2, style), (4, f"Golos Text {style}"), (6, f"GolosText-{style}")):
        names.setName(words, number, 3, 1, 0x409)
    whole["OS/2"].usWeightClass = weight
    whole["OS/2"].fsSelection = (whole["OS/2"].fsSelection & ~0x61) | (0x20 if weight == 700 else 0x40)
    whole["head"].macStyle = int(weight == 700)
    whole.save(f"golos-{style.lower()}.ttf")
    for part in parts:
        Path(part).unlink()
