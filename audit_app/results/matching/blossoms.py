"""Blossoms: of all ways to pair people off, one with the most weight; exact, in whole numbers, without any library.

Source: Edmonds 1965, Canadian Journal of Mathematics 17, 449–467 (paths, trees, flowers), and Journal of Research of
the National Bureau of Standards 69B, 125–130 (weights), with the bookkeeping of Galil 1986, ACM Computing Surveys 18,
23–38, on a full table: time grows with the cube of the number of ends. Weights count twice, so that halves stay whole.
"""

from collections import deque
from collections.abc import Mapping

from audit_app.steps import step

FREE, EVEN, ODD = -1, 0, 1
"""Not reached yet; reached after an even number of steps from an unpaired end; after an odd one."""


def heaviest_pairs(weights: Mapping[tuple[int, int], int], *, most: bool = True) -> dict[int, int]:
    """Each paired end with its partner, both ways; ends are any numbers, weights are above nothing.

    With `most`, as many pairs as possible and of those the most weight.
    """
    ends = sorted({end for pair in weights for end in pair})
    places = {end: at for at, end in enumerate(ends, 1)}
    heavier = (len(ends) // 2 + 1) * max(weights.values(), default=0) if most else 0
    table = _Table(len(ends))
    for (one, other), weight in weights.items():
        table.join(places[one], places[other], weight + heavier)
    partners = table.solved()
    return {ends[one - 1]: ends[partners[one] - 1] for one in range(1, len(ends) + 1) if partners[one]}


class _Table:
    """Ends are 1 to n, blossoms from n + 1 on; 0 is nobody. `edge[u][v]` is the best edge between two of them, by its
    own ends and weight; `price` is what each is worth at least."""

    def __init__(self, n: int) -> None:
        self.n, self.top = n, n
        size = n + n // 2 + 2
        self.weight: list[list[int]] = [[0] * size for _ in range(size)]
        self.start: list[list[int]] = [[u] * size for u in range(size)]
        self.end: list[list[int]] = [[*range(size)] for _ in range(size)]
        self.price: list[int] = [0] * size
        self.partner = [0] * size
        """The end that it is paired with."""
        self.slack = [0] * size
        """The even end whose edge to it is the tightest."""
        self.whole = [*range(size)]
        """The outermost blossom that it is in, itself if in none; 0 for a blossom that is not there."""
        self.parent = [0] * size
        self.label = [FREE] * size
        self.seen = [0] * size
        self.round = 0
        self.petals: list[list[int]] = [[] for _ in range(size)]
        self.holds = [[0] * size for _ in range(size)]
        """The petal of a blossom in which an end is."""
        self.queue: deque[int] = deque()
        for at in range(n + 1, size):
            self.whole[at] = 0
        for at in range(1, n + 1):
            self.holds[at][at] = at

    def join(self, one: int, other: int, weight: int) -> None:
        self.weight[one][other] = self.weight[other][one] = weight

    def solved(self) -> list[int]:
        heaviest = max((weight for row in self.weight for weight in row), default=0)
        for at in range(1, self.n + 1):
            self.price[at] = heaviest
        while self._one_more():
            step()
        return [self.end[at][self.partner[at]] if self.partner[at] else 0 for at in range(self.n + 1)]

    def _gap(self, u: int, v: int) -> int:
        """How far an edge is from being tight."""
        one, other = self.start[u][v], self.end[u][v]
        return self.price[one] + self.price[other] - 2 * self.weight[one][other]

    def _look(self, u: int, at: int) -> None:
        if not self.slack[at] or self._gap(u, at) < self._gap(self.slack[at], at):
            self.slack[at] = u

    def _look_again(self, at: int) -> None:
        self.slack[at] = 0
        for u in range(1, self.n + 1):
            if self.weight[u][at] > 0 and self.whole[u] != at and self.label[self.whole[u]] == EVEN:
                self._look(u, at)

    def _enqueue(self, at: int) -> None:
        if at <= self.n:
            self.queue.append(at)
        else:
            for petal in self.petals[at]:
                self._enqueue(petal)

    def _set_whole(self, at: int, blossom: int) -> None:
        self.whole[at] = blossom
        if at > self.n:
            for petal in self.petals[at]:
                self._set_whole(petal, blossom)

    def _steps_to(self, blossom: int, petal: int) -> int:
        """An even number, after turning the blossom round where that is needed."""
        petals = self.petals[blossom]
        at = petals.index(petal)
        if at % 2:
            petals[1:] = petals[:0:-1]
            return len(petals) - at
        return at

    def _pair(self, u: int, v: int) -> None:
        self.partner[u] = self.end[u][v]
        if u > self.n:
            petal = self.holds[u][self.start[u][v]]
            steps = self._steps_to(u, petal)
            for at in range(steps):
                self._pair(self.petals[u][at], self.petals[u][at ^ 1])
            self._pair(petal, v)
            self.petals[u] = self.petals[u][steps:] + self.petals[u][:steps]

    def _augment(self, u: int, v: int) -> None:
        while True:
            before = self.whole[self.partner[u]]
            self._pair(u, v)
            if not before:
                return
            self._pair(before, self.whole[self.parent[before]])
            u, v = self.whole[self.parent[before]], before

    def _meeting_place(self, u: int, v: int) -> int:
        self.round += 1
        while u or v:
            if u:
                if self.seen[u] == self.round:
                    return u
                self.seen[u] = self.round
                u = self.whole[self.partner[u]]
                if u:
                    u = self.whole[self.parent[u]]
            u, v = v, u
        return 0

    def _close(self, u: int, base: int, v: int) -> None:
        """A new blossom, from the meeting place over both sides."""
        blossom = self.n + 1
        while blossom <= self.top and self.whole[blossom]:
            blossom += 1
        self.top = max(self.top, blossom)
        self.price[blossom], self.label[blossom] = 0, EVEN
        self.partner[blossom] = self.partner[base]
        sides = []
        for side in (u, v):
            petals = []
            while side != base:
                before = self.whole[self.partner[side]]
                petals += [side, before]
                self._enqueue(before)
                side = self.whole[self.parent[before]]
            sides.append(petals)
        self.petals[blossom] = [base, *reversed(sides[0]), *sides[1]]
        self._set_whole(blossom, blossom)
        for at in range(1, self.top + 1):
            self.weight[blossom][at] = self.weight[at][blossom] = 0
        self.holds[blossom] = [0] * len(self.holds[blossom])
        for petal in self.petals[blossom]:
            for at in range(1, self.top + 1):
                if self.weight[blossom][at] == 0 or self._gap(petal, at) < self._gap(blossom, at):
                    self._copy(petal, at, blossom)
            for at in range(1, self.n + 1):
                if self.holds[petal][at]:
                    self.holds[blossom][at] = petal
        self._look_again(blossom)

    def _copy(self, petal: int, at: int, blossom: int) -> None:
        for one, other, to, come in ((petal, at, blossom, at), (at, petal, at, blossom)):
            self.weight[to][come] = self.weight[one][other]
            self.start[to][come], self.end[to][come] = self.start[one][other], self.end[one][other]

    def _open(self, blossom: int) -> None:
        petals = self.petals[blossom]
        for petal in petals:
            self._set_whole(petal, petal)
        first = self.holds[blossom][self.start[blossom][self.parent[blossom]]]
        steps = self._steps_to(blossom, first)
        petals = self.petals[blossom]
        for at in range(0, steps, 2):
            odd, even = petals[at], petals[at + 1]
            self.parent[odd] = self.start[even][odd]
            self.label[odd], self.label[even] = ODD, EVEN
            self.slack[odd] = 0
            self._look_again(even)
            self._enqueue(even)
        self.label[first], self.parent[first] = ODD, self.parent[blossom]
        for petal in petals[steps + 1 :]:
            self.label[petal] = FREE
            self._look_again(petal)
        self.whole[blossom] = 0

    def _tight(self, u: int, v: int) -> bool:
        """Grow over a tight edge; True when that made one pair more."""
        one, other = self.whole[self.start[u][v]], self.whole[self.end[u][v]]
        if self.label[other] == FREE:
            self.parent[other], self.label[other] = self.start[u][v], ODD
            after = self.whole[self.partner[other]]
            self.slack[other] = self.slack[after] = 0
            self.label[after] = EVEN
            self._enqueue(after)
        elif self.label[other] == EVEN:
            base = self._meeting_place(one, other)
            if not base:
                self._augment(one, other)
                self._augment(other, one)
                return True
            self._close(one, base, other)
        return False

    def _one_more(self) -> bool:
        self.label = [FREE] * len(self.label)
        self.slack = [0] * len(self.slack)
        self.queue.clear()
        for at in range(1, self.top + 1):
            if self.whole[at] == at and not self.partner[at]:
                self.parent[at], self.label[at] = 0, EVEN
                self._enqueue(at)
        if not self.queue:
            return False
        while True:
            while self.queue:
                if self._grow(self.queue.popleft()):
                    return True
            if not self._reprice():
                return False
            for at in range(1, self.top + 1):
                near = self.slack[at]
                close = near and self.whole[at] == at != self.whole[near] and not self._gap(near, at)
                if close and self._tight(near, at):
                    return True
            for at in range(self.n + 1, self.top + 1):
                if self.whole[at] == at and self.label[at] == ODD and self.price[at] == 0:
                    self._open(at)

    def _grow(self, u: int) -> bool:
        if self.label[self.whole[u]] == ODD:
            return False
        row, price = self.weight[u], self.price
        for v in range(1, self.n + 1):
            if row[v] > 0 and self.whole[u] != self.whole[v]:
                if price[u] + price[v] == 2 * row[v]:
                    if self._tight(u, v):
                        return True
                else:
                    self._look(u, self.whole[v])
        return False

    def _reprice(self) -> bool:
        """Move prices until another edge is tight or a blossom may open; False once an unpaired end is worthless."""
        outermost = [at for at in range(1, self.top + 1) if self.whole[at] == at]
        steps = [self.price[at] // 2 for at in outermost if at > self.n and self.label[at] == ODD]
        for at in outermost:
            if self.slack[at] and self.label[at] != ODD:
                gap = self._gap(self.slack[at], at)
                steps.append(gap if self.label[at] == FREE else gap // 2)
        ends = range(1, self.n + 1)
        least = min((self.price[u] for u in ends if self.label[self.whole[u]] == EVEN), default=0)
        step = min(steps, default=least)
        if least <= step:
            return False
        for u in ends:
            label = self.label[self.whole[u]]
            self.price[u] += step if label == ODD else -step if label == EVEN else 0
        for at in outermost:
            if at > self.n:
                self.price[at] += 2 * step if self.label[at] == EVEN else -2 * step if self.label[at] == ODD else 0
        return True
