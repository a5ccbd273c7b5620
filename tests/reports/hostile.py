"""Texts that break reports made with less care."""

HOSTILE = {
    "markup": "R&D <b>x</i> &amp; &#0; <para>",
    "image": '<img src="file:///etc/passwd"/>',
    "emoji": "Well done 🎉 👩🏽‍🏫 ✓ → ● 🫠🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "welsh": "Ysgol Ŵyn: llŷn, tŷ, dŵr, ẃ ẁ ẅ, â ê î ô û",
    "one word": "x" * 5000,
    "one word of mixed fonts": "xш✓日" * 100,
    "right to left": "בית ספר יסודי مدرسة ابتدائية",
    "other scripts": "Школа Σχολείο 学校 โรงเรียน विद्यालय",
    "control characters": "a\x00b\x07c\x1b[31md\x7f\u200b\u202eevil\u202c\ufeff",
    "line breaks": "one\r\ntwo\rthree\x0bfour\x0cfive\u2028six\u2029seven\x85eight\n\n\n\nnine",
    "odd spaces": "\u3000a\u00a0\u00a0b\u2009c\td \u202f\u2007 e\u00ad",
    "half characters": "\ud800 x \udfff \ufffe \uffff \U0010ffff \ufdd0",
    "combining": "z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍ e\u0301 o\u0323\u0302",
    "pdf": "(un\\balanced) ) ET EMC Q /P <</MCID 0>> BDC %",
    "format": "{page} {0} %s %(x)d",
    "hyphens": "-5 2026–27 school-to-school-to-school https://example.org/a/b/c",
    "empty": "",
    "blank": " \t\n ",
}
