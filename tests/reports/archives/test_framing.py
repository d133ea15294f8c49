"""Records of a WARC file, whole and damaged."""

from __future__ import annotations

import gzip
import io
import random
import tracemalloc

import pytest
from fastwarc.stream_io import ZstdWriter

from tests.reports.archives.making import packed, page, record, response
from whoseword.reports.archives import framing
from whoseword.reports.archives import packed as packing
from whoseword.reports.archives.framing import records

FIVE = [response(number) for number in range(5)]


def framed(data):
    return list(records(io.BytesIO(data)))


def pages_in(data):
    """The numbers of the pages that come out with all their bytes."""
    found = [each.content.partition(b"\r\n\r\n")[2] for each in framed(data)]
    return [number for number in range(20) if page(number) in found]


def zstd(data):
    written = io.BytesIO()
    writer = ZstdWriter(written)
    writer.write(data)
    writer.close()
    return written.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"".join(FIVE),
        b"".join(packed(FIVE)),
        gzip.compress(b"".join(FIVE)),
        zstd(b"".join(FIVE)),
        b"".join(zstd(each) for each in FIVE),
        b"".join(packed([b"".join(FIVE)[start : start + 700] for start in range(0, len(b"".join(FIVE)), 700)])),
        b"\r\n".join(FIVE),
        b"".join(each.rstrip(b"\r\n") for each in FIVE),
        b"".join(each.replace(b"\r\n", b"\n", 5) for each in FIVE),
        b"".join(packed(FIVE)) + b"\0" * 512,
    ],
    ids="plain gzip-records gzip-whole zstd-whole zstd-records gzip-blocks blanks no-ends line-feeds padded".split(),
)
def test_every_record_comes_whole_however_it_is_packed(data):
    """Five records are five, each with its bytes and without a fault."""
    found = framed(data)
    assert [each.fault for each in found] == [None] * 5
    assert [each.number for each in found] == [1, 2, 3, 4, 5]
    assert pages_in(data) == [0, 1, 2, 3, 4]


def test_the_place_of_a_record_is_a_byte_of_the_file():
    """Plain: where the record starts; packed: where its member starts."""
    plain, members = b"".join(FIVE), packed(FIVE)
    assert [each.offset for each in framed(plain)] == [plain.index(each) for each in FIVE]
    assert [each.offset for each in framed(b"".join(members))] == [sum(map(len, members[:n])) for n in range(5)]


@pytest.mark.parametrize("cut", [1, 5, 9, 40, 300])
def test_a_packed_file_that_is_cut_loses_its_last_record_alone(cut):
    """The last record comes as far as it goes, with the fault; the others are whole."""
    data = b"".join(packed(FIVE))[:-cut]
    found = framed(data)
    assert [each.number for each in found] == [1, 2, 3, 4, 5]
    assert [each.fault is None for each in found] == [True] * 4 + [False]
    assert set(pages_in(data)) >= {0, 1, 2, 3}


@pytest.mark.parametrize("cut", [5, 40, 700, len(FIVE[4]) - 3])
def test_a_plain_file_that_is_cut_loses_its_last_record_alone(cut):
    """What stands of the last record comes with the fault."""
    found = framed(b"".join(FIVE)[:-cut])
    assert [each.fault is None for each in found] == [True] * 4 + [False]
    assert found[4].number == 5


def test_an_end_of_line_that_is_missing_at_the_end_is_no_fault():
    """All bytes of the content are there."""
    assert [each.fault for each in framed(b"".join(FIVE)[:-4])] == [None] * 5


@pytest.mark.parametrize("place", [0, 2, 12, 60, -20, -6, -2])
def test_a_damaged_member_costs_its_record_alone(place):
    """Wrong bytes in the third member: the four others are whole, and their numbers stay."""
    members = packed(FIVE)
    third = bytearray(members[2])
    third[place] ^= 0xFF
    data = b"".join([*members[:2], bytes(third), *members[3:]])
    found = framed(data)
    whole = {each.number for each in found if each.fault is None}
    assert {0, 1, 3, 4} <= set(pages_in(data))
    assert whole >= {1, 2}
    assert [each.number for each in found] == list(range(1, len(found) + 1))
    assert any(each.fault for each in found)


def test_bytes_that_are_missing_in_the_middle_cost_no_other_record():
    """A hole from one member into the next loses these two alone."""
    members = packed(FIVE)
    first, last = sum(map(len, members[:1])) + 50, sum(map(len, members[:2])) + 50
    data = b"".join(members)
    holed = data[:first] + data[last:]
    assert set(pages_in(holed)) >= {0, 3, 4}
    assert any(each.fault for each in framed(holed))


@pytest.mark.parametrize("wrong", [-30, -3, 5, 30, 100_000, 10**17])
@pytest.mark.parametrize("packing", [lambda each: each, packed], ids=["plain", "packed"])
def test_a_wrong_length_costs_no_other_record(wrong, packing):
    """Whatever length the third record tells, the others come whole, and it comes with a fault."""
    content = len(FIVE[2].partition(b"\r\n\r\n")[2]) - 4
    data = b"".join(packing([*FIVE[:2], response(2, length=content + wrong), *FIVE[3:]]))
    found = framed(data)
    assert {0, 1, 3, 4} <= set(pages_in(data))
    assert [each.number for each in found] == [1, 2, 3, 4, 5]
    assert [each.fault is None for each in found] == [True, True, False, True, True]


def test_foreign_bytes_between_records_are_told():
    """Garbage is a record's place of its own, with how many bytes it is."""
    found = framed(b"".join([*FIVE[:2], b"garbage " * 50 + b"\r\n", *FIVE[2:]]))
    faults = [each.fault for each in found if each.fault]
    assert len(found) in {5, 6}
    assert len(faults) == 1
    assert "40" in faults[0]


def test_a_record_that_holds_an_archive_is_one_record():
    """A length that is right is believed, whatever stands in the content."""
    data = record("resource", b"\r\n\r\n" + FIVE[0] * 3) + FIVE[1]
    assert [each.fault for each in framed(data)] == [None, None]


def test_a_record_that_is_too_large_is_passed_over(monkeypatch):
    """Only its beginning is kept, and the next record comes."""
    monkeypatch.setattr(framing, "LARGEST_RECORD", 5000)
    found = framed(record("response", b"x" * 3_000_000) + FIVE[1])
    assert [(each.is_too_large, each.fault) for each in found] == [(True, None), (False, None)]


def test_a_file_that_is_no_archive_is_one_fault():
    """Nothing in it is a record, and all of it is told."""
    (found,) = framed(bytes(random.Random(1).randbytes(100_000)))
    assert "100000 bytes that are no record" in found.fault


def test_a_member_that_unpacks_without_end_stays_small_in_memory():
    """100 MB of blanks in one member: a fault, within little memory."""
    bomb = gzip.compress(b" " * 100_000_000, 1)
    tracemalloc.start()
    found = framed(bomb + packed(FIVE)[0])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [each.fault is None for each in found] == [False, True]
    assert peak < 20_000_000


def test_damage_without_end_is_given_up(monkeypatch):
    """Beyond so many damaged places the rest is not read, and that is told."""
    monkeypatch.setattr(packing, "MOST_FAULTS", 10)
    broken = bytearray(packed(FIVE)[0])
    broken[-5] ^= 1
    found = framed(bytes(broken) * 50)
    assert len(found) <= 21
    assert "not read" in found[-1].fault


@pytest.mark.parametrize("change", [lambda data: data[3:], lambda data: b"??" + data, lambda data: b"?" + data[1:]])
def test_a_packed_file_that_lost_its_start_is_read_from_its_next_member(change):
    """It is still seen to be packed."""
    data = change(b"".join(packed(FIVE)))
    assert set(pages_in(data)) >= {1, 2, 3, 4}
    assert framed(data)[0].fault


def test_a_stream_that_cannot_go_back_is_read_as_well():
    """Damage costs the record, and reading goes on where it can."""

    class Pipe(io.BytesIO):
        def seekable(self):
            return False

    members = packed(FIVE)
    broken = bytearray(members[1])
    broken[40] ^= 0xFF
    found = list(records(Pipe(b"".join([members[0], bytes(broken), *members[2:]]))))
    assert [each.number for each in found if each.fault] == [2]
    assert [each.number for each in found if not each.fault] == [1, 3, 4, 5]


def test_a_damaged_zstd_frame_costs_its_record_alone():
    """Reading goes on at the next frame."""
    frames = [zstd(each) for each in FIVE]
    broken = bytearray(frames[2])
    broken[20] ^= 0xFF
    data = b"".join([*frames[:2], bytes(broken), *frames[3:]])
    assert set(pages_in(data)) >= {0, 1, 3, 4}
    assert any(each.fault for each in framed(data))
