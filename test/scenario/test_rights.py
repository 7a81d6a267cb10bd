# SPDX-License-Identifier: GPL-2.0-or-later
"""A new file in the place of an old one is for the same people."""

from __future__ import annotations

import errno
import os
import struct

import pytest

from vru_need_plugin.scenario.rights import keep_rights
from vru_need_plugin.scenario.whole_file import replace_whole

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no groups and modes")

needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away"
)
# A group that the tests need not belong to: that is root's affair.
GROUP, OWNER = 100, 1000


@pytest.fixture
def pair(tmp_path):
    """An old file, and a new one for its place."""
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("old")
    new.write_text("new")
    return old, new


def rights(path):
    found = path.stat()
    return found.st_mode & 0o7777, found.st_uid, found.st_gid


@needs_root
@pytest.mark.parametrize("mode", [0o664, 0o640, 0o600, 0o444])
def test_mode_group_and_owner_stay(pair, mode):
    old, new = pair
    os.chown(old, OWNER, GROUP)
    old.chmod(mode)
    keep_rights(old, new)
    assert rights(new) == rights(old) == (mode, OWNER, GROUP)


@needs_root
def test_who_may_not_give_files_away_keeps_the_group(pair, monkeypatch):
    old, new = pair
    os.chown(old, OWNER, GROUP)
    old.chmod(0o664)
    really = os.chown

    def chown(path, owner, group):
        if owner != -1:
            raise PermissionError(errno.EPERM, "Operation not permitted")
        really(path, owner, group)

    monkeypatch.setattr(os, "chown", chown)
    keep_rights(old, new)
    assert rights(new) == (0o664, os.geteuid(), GROUP)


@needs_root
@pytest.mark.parametrize(("mode", "left"), [(0o664, 0o644), (0o660, 0o600), (0o640, 0o600), (0o666, 0o666)])
def test_another_group_gets_no_more_than_everybody(pair, monkeypatch, mode, left):
    old, new = pair
    os.chown(old, OWNER, GROUP)
    old.chmod(mode)

    def chown(*_):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "chown", chown)
    keep_rights(old, new)
    assert new.stat().st_mode & 0o777 == left


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="asks Linux for access lists")
def test_an_access_list_stays(pair):
    old, new = pair
    # Version 2, then what each may: the owner, one more user, the group, whoever is named, all others.
    entries = [
        (0x01, 6, 2**32 - 1),
        (0x02, 6, 12345),
        (0x04, 4, 2**32 - 1),
        (0x10, 6, 2**32 - 1),
        (0x20, 0, 2**32 - 1),
    ]
    listed = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)
    try:
        os.setxattr(old, "system.posix_acl_access", listed)
    except OSError:
        pytest.skip("the file system of temporary files has no access lists")
    keep_rights(old, new)
    assert os.getxattr(new, "system.posix_acl_access") == listed
    assert rights(new) == rights(old)


def test_a_file_system_without_modes_is_no_obstacle(pair, monkeypatch):
    old, new = pair
    new.chmod(0o644)
    old.chmod(0o644)

    def chmod(*_):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "chmod", chmod)
    keep_rights(old, new)


def test_but_what_was_private_is_not_made_public(pair, monkeypatch):
    old, new = pair
    new.chmod(0o644)
    old.chmod(0o600)

    def chmod(*_):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "chmod", chmod)
    with pytest.raises(PermissionError):
        keep_rights(old, new)


@needs_root
def test_a_whole_file_keeps_them_before_there_is_anything_to_read(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    os.chown(path, OWNER, GROUP)
    path.chmod(0o660)
    really, seen = os.fsync, []

    def fsync(handle):
        seen.append(os.fstat(handle).st_mode & 0o777)
        really(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    replace_whole(path, b"new")
    assert rights(path) == (0o660, OWNER, GROUP)
    assert seen[0] == 0o660
