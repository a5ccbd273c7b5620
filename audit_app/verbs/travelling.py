"""What travels: bundles out and in, signed with this installation's key, sealed when somebody asks for it."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.plans.joint import is_joint
from audit_app.responses.content import AuditContent
from audit_app.responses.model import School
from audit_app.responses.opened import OpenAudit as OpenAudit
from audit_app.responses.survey import closed_with
from audit_app.responses.surveying import StillOpenError
from audit_app.sync import signing
from audit_app.sync.bundle import Bundle, write_bundle
from audit_app.sync.merge import NOBODY, ImportPlan, contents_to_keep, plan_import
from audit_app.sync.reading import ReadFiles, Source, read_files, unsealed
from audit_app.sync.sealing import Passphrases, check_passphrase, seal
from audit_app.sync.sharing import (
    Share,
    files_named,
    what_joint_plan_travels,
    what_survey_travels,
    what_travels,
)
from audit_app.sync.trust import keys_to_know, refusals_of, who_sent
from audit_app.verbs.audits import AuditVerbs


class TravellingVerbs(AuditVerbs):
    """Verbs about bundles."""

    def export(self, audit_id: str, share: Share, passphrase: str | None = None) -> bytes:
        """A bundle with this audit; with a passphrase, sealed. A joint plan always goes whole.

        Raises StillOpenError, and what `seal` raises.
        """
        if passphrase is not None:
            check_passphrase(passphrase)
        opened = self.audit(audit_id)
        share = self.shared_as(audit_id, share)
        if opened.audit.mode == "survey" and share != "full" and closed_with(opened.entries) is None:
            raise StillOpenError
        wanted = sorted(files_named(opened.entries)) if share == "full" else []
        files = tuple(self._store.attachment(audit_id, name) for name in wanted)
        responses = self._store.responses(audit_id)
        content = AuditContent(audit=opened.audit, entries=opened.entries, files=files, responses=responses)
        written = write_bundle([content], self._maker(opened), share, self._paper_time(), self._sign())
        return written if passphrase is None else seal(written, passphrase, self._random)

    def shared_as(self, audit_id: str, share: Share) -> Share:
        """How much really goes: a joint plan is written to be shared, and always goes whole."""
        return "full" if is_joint(self._store.audit(audit_id)) else share

    def what_travels(self, audit_id: str, share: Share) -> tuple[str, ...]:
        """What the bundle would hold, and what not, and how it is signed, in words and counts."""
        opened = self.audit(audit_id)
        if is_joint(opened.audit):
            words = what_joint_plan_travels(opened.entries)
        elif opened.audit.mode == "survey":
            closed = closed_with(opened.entries) is not None
            words = what_survey_travels(len(self._store.responses(audit_id)), share, closed=closed)
        else:
            words = what_travels(opened.entries, share)
        return (*words, self.how_signed(self._maker(opened).name))

    def how_signed(self, school: str) -> str:
        """Whose signature the bundles of this installation carry, in a sentence for people."""
        key = self.own_key()
        if key is not None:
            return _("Signed as {school}, with this device’s key: fingerprint {fingerprint}").format(
                school=school, fingerprint=signing.fingerprint(key)
            )
        if signing.can_sign():
            return _("Not signed: this data folder can’t be written to, so this device’s key can’t be kept in it")
        return _("Not signed: the library “cryptography” is missing here, so others can’t check who sent it")

    def own_key(self) -> str | None:
        """This installation's public key; None where nothing can be signed."""
        secret = self._store.secret(partial(self._random, 32)) if signing.can_sign() else None
        return signing.public_key(secret) if secret else None

    def plan_import(
        self,
        sources: Sequence[Source],
        passphrases: Passphrases = None,
        accepted: Collection[str] = (),
    ) -> ImportPlan:
        """What importing these files would do; nothing is changed. `accepted` are fingerprints, or “unsigned”.

        Raises for files that are not sound bundles, every one of them named; PassphraseNeededError and
        WrongPassphraseError among others.
        """
        found = self.read_files(sources, passphrases)
        if found.problem is not None:
            raise found.problem
        return self.plan_bundles(found.bundles, accepted)

    def read_files(self, sources: Sequence[Source], passphrases: Passphrases = None) -> ReadFiles:
        """What `plan_bundles` takes, or the reason for each file that can't be read."""
        return read_files(sources, passphrases)

    def unsealed(self, sources: Sequence[tuple[str, bytes]], passphrase: str) -> tuple[tuple[str, bytes], ...]:
        """The same files; those that this passphrase opens are open from now on. Raises WrongPassphraseError where it
        opens none."""
        return unsealed(sources, passphrase)

    def plan_bundles(
        self,
        files: Sequence[tuple[str, Bundle]],
        accepted: Collection[str] = (),
        unwanted: Mapping[str, str] = NOBODY,
    ) -> ImportPlan:
        """The same of what was read already: names and bundles. `unwanted` are ids of audits, each with the reason."""
        known, own = self._store.known_keys(), self.own_key()
        senders = who_sent(files, known, own, accepted, checks=signing.can_sign())
        gone = {one.audit for one in self._store.erased()}
        refused = {**unwanted, **refusals_of(files, senders)}
        plan = plan_import([one for _, one in files], self._ours, self._library, refused, gone)
        new = keys_to_know(files, known, own, self.today()) if signing.can_sign() else ()
        return plan.model_copy(update={"senders": senders, "new_keys": new})

    def apply_import(self, planned: ImportPlan) -> None:
        """All of it or nothing; raises ImportRefusedError when any part is refused.

        Keys are kept first: a school that is known without an audit does no harm, an audit whose sender was forgotten
        might.
        """
        contents = contents_to_keep(planned)
        with self._turn:
            before = self._store.known_keys()
            new = [one for one in planned.new_keys if one not in before]
            if new:
                self._store.keep_known_keys([*before, *new])
            try:
                self._store.merge(contents)
            except AuditError:
                if new:
                    self._store.keep_known_keys(before)
                raise
            for one in contents:
                self._follow(one.audit)

    def take_in(self, contents: Sequence[AuditContent]) -> None:
        """Audits made elsewhere, all of them or none: the demo's."""
        self._store.merge(contents)

    def _sign(self) -> signing.Sign | None:
        secret = self._store.secret(partial(self._random, 32)) if signing.can_sign() else None
        return signing.signer(secret) if secret else None

    def _maker(self, opened: OpenAudit) -> School:
        """Whoever passes on a copy of another school's audit, or a joint plan, does so in the own school's name."""
        is_anothers = opened.received or is_joint(opened.audit)
        return (self.settings().school if is_anothers else None) or opened.audit.school
