"""Mending: what is changed in Flet's client program while it is served.

It was made by a machine for one version of Flet, names and all. A test says when a place to change is not found.
"""

from typing import NamedTuple


class Mend(NamedTuple):
    """A place in the program, which is there once, and what stands there instead."""

    found: bytes
    instead: bytes


def _also(found: bytes, at: bytes, added: bytes) -> Mend:
    """Something that is done before what stands at that place."""
    return Mend(found, found.replace(at, added + b"\n" + at))


RIVE = Mend(b'"https://cdn.jsdelivr.net/npm/@rive-app/flutter-native-wasm@44.0.0/"', b'"/rive/"')
"""Nothing comes from a CDN."""

PINCHING = Mend(b", maximum-scale=1.0, user-scalable=no", b"")
"""What Flutter tells the browser about its page; `start.js` and our page make enlarging with two fingers work."""

VALUE_AT_ONCE = _also(
    b"""else s.removeAttribute("aria-description")
n.bw2()},""",
    b"n.bw2()",
    b"if(document.activeElement!==s)s.value=n.c.ax||''",
)
"""Flutter gives a text field its text in the accessibility tree only once it has the keyboard: a screen reader that
reads the screen through would call every field empty. `n.c.ax` is what Flutter knows as the field's value."""

WRONG_FIELD = Mend(
    b"""if(o!=null&&B.d.fp(o).length!==0){r=A.bd(o)
r.toString
s.setAttribute("aria-description",r)}else s.removeAttribute("aria-description")""",
    b"""s.setAttribute("aria-invalid",!!(o&&o.trim()))
if(o&&!(q.z||"").includes(o))s.setAttribute("aria-description",o)
else s.removeAttribute("aria-description")""",
)
"""A field in which something is wrong was not marked as such, and said what is wrong twice: our fields have it in their
name already. Flutter knows it as the field's hint (`q.as`), and nothing else of ours is one."""

OR_MORE_CONTRAST = Mend(b'"(forced-colors: active)"', b'"(forced-colors: active), (prefers-contrast: more)"')
"""When Flutter says that the device asks for high contrast; not all systems ask in the way that it knows."""

OWN_LANGUAGE = Mend(
    b"""ajV(a){var s,r=v.G.document.documentElement
r.toString
s=A.bd(a.Ad("-"))
s.toString
r.setAttribute("lang",s)},""",
    b"ajV(a){},",
)
"""Flutter calls the page American English, whatever language the app speaks. The page says that itself."""

PARTS = _also(
    b"case 10:case 11:case 12:case 21:case 24:case 0:break}if(q.id===0)",
    b"if(q.id===0)",
    b'if(q.k1==="navigation")return B.H1\nif(q.k1==="main")return B.H0\nif(q.k1==="radiogroup")return B.H4',
)
"""Where Flutter chooses the role of a node that says none. Flet can't say that a part of the screen is the
navigation, or the main content, though Flutter knows both; so it is said by the part's identifier (k1)."""

NO_GROUP_WITHOUT_NAME = Mend(b"case 25:return B.H4", b"case 25:break")
"""Flutter's groups of radio buttons can't be given a name: the part around them, which has one, is the group."""

NAMED_DIALOG = Mend(
    b"""s=A.bd(s)
s.toString
q.setAttribute("aria-label",s)}},
aFk(a)""",
    b"""s=A.bd(s)
s.toString
q.setAttribute("aria-label",s)
queueMicrotask(()=>q.parentElement?.closest("[role=alertdialog]")?.setAttribute("aria-label",s))}},
aFk(a)""",
)
"""A dialog's name stands on what is within the dialog; a screen reader asks the dialog."""

SAME_LIGHT = _also(
    b"j=A.BC(a8.u(0,a4,p),k,B.am,a3)",
    b"A.BC",
    b'a8.light===(a8.light=A.t(a8.u(0,a4,p)))&&a8.u(0,"_lightTheme",p)||',
)
SAME_DARK = _also(
    b"h=A.BC(a8.u(0,a5,p),i,B.al,a3)",
    b"A.BC",
    b'a8.dark===(a8.dark=A.t(a8.u(0,a5,p)))&&a8.u(0,"_darkTheme",p)||',
)
"""Flet makes the look of everything anew whenever the address or the title changes, and takes it for another one, so
everything was drawn again for 200 ms. It is the one before when what it is made of reads the same (`A.t`)."""

NO_OTHER_DESIGN = (
    Mend(b"d=A.cCI(a8.u(0,a4,p),s,B.am,a3)", b"d=r!==B.Al?a3:A.cCI(a8.u(0,a4,p),s,B.am,a3)"),
    Mend(b"s=A.cCI(a8.u(0,a5,p),k,B.al,a3)", b"s=r!==B.Al?a3:A.cCI(a8.u(0,a5,p),k,B.al,a3)"),
)
"""It also makes the look of Apple's design each time, which nothing here wears (`B.Al`)."""

MENDS = (
    RIVE,
    PINCHING,
    VALUE_AT_ONCE,
    WRONG_FIELD,
    OR_MORE_CONTRAST,
    OWN_LANGUAGE,
    PARTS,
    NO_GROUP_WITHOUT_NAME,
    NAMED_DIALOG,
    SAME_LIGHT,
    SAME_DARK,
    *NO_OTHER_DESIGN,
)


def mended(program: bytes) -> bytes:
    """The client program with all of that."""
    for found, instead in MENDS:
        program = program.replace(found, instead)
    return program
