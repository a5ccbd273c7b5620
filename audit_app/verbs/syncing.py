"""Syncing: a place that several devices share. Each reads the others' files there, and writes its own."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial

from audit_app.errors import AuditError
from audit_app.files import sha256
from audit_app.language import _
from audit_app.plans.joint import is_joint
from audit_app.questionnaires.library import JOINT_PLAN
from audit_app.responses.content import AuditContent
from audit_app.responses.submission import is_received
from audit_app.responses.union import united
from audit_app.steps import step
from audit_app.storage.protocol import AuditNotFoundError, DamagedAuditError, Settings, SharedPlace
from audit_app.sync.address import read_address
from audit_app.sync.bundle import Bundle, write_bundle
from audit_app.sync.exchange import Found, Outgoing, Unsent, Write, read_place, to_write, worked_on
from audit_app.sync.merge import ImportPlan
from audit_app.sync.place import Place
from audit_app.sync.place_errors import PlaceError
from audit_app.sync.places.opening import Login, open_place
from audit_app.sync.sharing import Share, files_named
from audit_app.sync.signing import digits_of, fingerprint
from audit_app.sync.syncing import Planner, Sending, SyncPlan, line_of, plan_incoming, sending
from audit_app.sync.trust import UNSIGNED
from audit_app.verbs.travelling import TravellingVerbs

MOST_PLACES = 20
"""Remembered; the one that was not used for longest is forgotten first."""


REMOVED = _("It was removed here. “Your data” brings it back; until then it stays out.")


class HalfSyncedError(AuditError):
    def __init__(self, problem: PlaceError) -> None:
        super().__init__(
            _("{problem} What the others shared is kept here; not all of yours is there yet: sync again.").format(
                problem=problem
            )
        )


class SyncingVerbs(TravellingVerbs):
    """Verbs about shared places."""

    def shared_places(self) -> tuple[SharedPlace, ...]:
        """Where `sync` was used, the last one first."""
        return self.settings().shared_places

    def shared_place(self, address: str) -> SharedPlace | None:
        """What is remembered of a place, however its address is spelt. Raises what `read_address` raises."""
        text = read_address(address).text
        return next((one for one in self.shared_places() if one.address == text), None)

    def open_place(self, address: str, login: Login | None = None) -> Place:
        """The place at this address; close it afterwards. Raises a PlaceError."""
        return open_place(read_address(address), login)

    def plan_sync(
        self,
        place: Place,
        share: Share | None = None,
        accepted: Collection[str] = (),
        *,
        accept_fewer: bool = False,
    ) -> SyncPlan:
        """What syncing would do; nothing is changed, here or there.

        Without `share` as much is shared as last time there, and scores the first time. `accepted` are fingerprints of
        keys, as for an import. Raises a PlaceError.
        """
        known = self._known(place)
        much = share or known.share
        found = read_place(place, self._store.device(), () if accept_fewer else known.expected)
        incoming, refused = plan_incoming(found, self._planner(accepted))
        after = {one.audit.id: one for one in incoming.contents}
        sent, unsent = sending(self._outgoing(found, after, much))
        return SyncPlan(
            place=place.address, share=much, incoming=incoming, refused=refused, sent=sent, unsent=unsent, found=found
        )

    def apply_sync(self, place: Place, planned: SyncPlan) -> SyncPlan:
        """Take in what comes, all of it or nothing, then write what goes; returns what was done.

        Raises HalfSyncedError when the place fails in between; the next sync goes on from there.
        """
        self.apply_import(planned.incoming)
        known = self._known(place).model_copy(update={"share": planned.share, "expected": planned.found.expected})
        self._remember(known)
        sent: list[Sending] = []
        unsent: list[Unsent] = []
        try:
            for one in self._outgoing(planned.found, {}, planned.share):
                step(len(sent), max(len(planned.sent), len(sent) + 1))
                if isinstance(one, Outgoing):
                    place.write(one.name, one.content)
                    sent.append(line_of(one))
                else:
                    unsent.append(one)
        except PlaceError as problem:
            raise HalfSyncedError(problem) from None
        self._remember(known.model_copy(update={"synced": self._now()}))
        return planned.model_copy(update={"sent": tuple(sent), "unsent": sending(unsent)[1]})

    def forget_place(self, address: str) -> None:
        """Nothing there is touched."""
        self.change_settings(
            lambda settings: {"shared_places": tuple(one for one in settings.shared_places if one.address != address)}
        )

    def _known(self, place: Place) -> SharedPlace:
        known = (one for one in self.shared_places() if one.address == place.address)
        return next(known, SharedPlace(address=place.address))

    def _remember(self, known: SharedPlace) -> None:
        def with_it_first(settings: Settings) -> Mapping[str, object]:
            others = (one for one in settings.shared_places if one.address != known.address)
            return {"shared_places": (known, *others)[:MOST_PLACES]}

        self.change_settings(with_it_first)

    def _planner(self, accepted: Collection[str]) -> Planner:
        """A mistyped fingerprint is told when all files are looked at; one of them alone needn't be signed with it."""
        asked: list[bool] = []
        removed = {one.audit.id: REMOVED for one in self._store.removed()}

        def plan(files: Sequence[tuple[str, Bundle]]) -> ImportPlan:
            keys = {digits_of(fingerprint(bundle.signature.key)) for _, bundle in files if bundle.signature}
            wanted = [one for one in accepted if not asked or one == UNSIGNED or digits_of(one) in keys]
            asked.append(True)
            return self.plan_bundles(files, wanted, removed)

        return plan

    def _outgoing(self, found: Found, coming: Mapping[str, AuditContent], share: Share) -> Iterator[Outgoing | Unsent]:
        write: Write = partial(write_bundle, sign=self._sign())
        device = self._store.device()
        yield from to_write(found, self._travelling(coming, share), share, device, write)
        yield from to_write(found, self._joint(found, coming, share), "full", device, self._in_own_name(write))

    def _in_own_name(self, write: Write) -> Write:
        """A joint plan is nobody's own: whoever passes it on does so in the own school's name."""
        school = self.settings().school
        return lambda contents, maker, share, made: write(contents, school or maker, share, made)

    def _joint(self, found: Found, coming: Mapping[str, AuditContent], share: Share) -> Iterator[AuditContent]:
        """Joint plans, whole; only to where everything goes, or where somebody put that plan: names stand in them."""
        there = {one.audit.id for bundle in found.bundles for one in bundle.audits}
        for line in self._store.summaries():
            if line.questionnaire == JOINT_PLAN and (share == "full" or line.id in there):
                with suppress(DamagedAuditError, AuditNotFoundError):
                    audit, entries = self._store.audit(line.id), self._store.entries(line.id)
                    yield self._whole(AuditContent(audit=audit, entries=entries), coming.get(line.id), "full")

    def _travelling(self, coming: Mapping[str, AuditContent], share: Share) -> Iterator[AuditContent]:
        """The school's own self-audits, and others that were worked on here, with what is about to come to them.

        Anonymous surveys stay out: they would carry the name of the device on which each answer was given.
        """
        school = self.settings().school
        for line in self._store.summaries():
            if line.mode != "self_audit" or line.received or line.questionnaire == JOINT_PLAN:
                continue
            with suppress(DamagedAuditError, AuditNotFoundError):
                audit, entries = self._store.audit(line.id), self._store.entries(line.id)
                if (school is None or audit.school.name != school.name) and not worked_on(
                    entries, self._store.device()
                ):
                    continue
                yield self._whole(AuditContent(audit=audit, entries=entries), coming.get(line.id), share)
        new = (one for one in coming.values() if self._ours(one.audit.id) is None)
        yield from (
            one
            for one in new
            if school
            and one.audit.school.name == school.name
            and not is_received(one.entries)
            and not is_joint(one.audit)
        )

    def _whole(self, ours: AuditContent, coming: AuditContent | None, share: Share) -> AuditContent:
        """With its files where they travel. One that went missing here holds nothing up: `doctor` tells of it."""
        entries = united([*ours.entries, *coming.entries]) if coming else ours.entries
        files = {sha256(file): file for file in coming.files} if coming else {}
        for name in sorted(files_named(entries)) if share == "full" else ():
            with suppress(AuditError):
                files[name] = files.get(name) or self._store.attachment(ours.audit.id, name)
        return AuditContent(audit=ours.audit, entries=entries, files=tuple(files.values()))
