#!/bin/sh
# Cuts Golos Text to the letters that Kazakh, Russian and English need, so that a first view stays below 60 KB.
# Needs `pip install fonttools brotli` and the dev dependency @fontsource-variable/golos-text; run in this folder.
set -eu
from=../../../../node_modules/@fontsource-variable/golos-text/files/golos-text

cut() { # name, subset of the package, letters
  fonttools varLib.instancer -q "$from-$2-wght-normal.woff2" wght=400:700 -o "$1.ttf"
  pyftsubset "$1.ttf" --unicodes="$3" --flavor=woff2 --layout-features=kern,tnum --no-hinting \
    --desubroutinize --output-file="golos-$1.woff2"
  rm "$1.ttf"
}

cut cyrillic cyrillic U+0401,U+0406,U+0410-044F,U+0451,U+0456,U+04B0-04B1,U+2116
cut kazakh cyrillic-ext U+0492-0493,U+049A-049B,U+04A2-04A3,U+04AE-04AF,U+04BA-04BB,U+04D8-04D9,U+04E8-04E9
cut digits latin U+0020-0022,U+0025-003F,U+005B,U+005D,U+005F,U+00A0,U+00A7,U+00AB,U+00B7,U+00BB,U+00D7,U+2013-2014,U+2019,U+2026,U+2212
cut latin latin U+0020,U+0041-005A,U+0061-007A
