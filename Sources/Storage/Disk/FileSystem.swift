/// What keeps a file: a file system's type as `statfs` tells it, and what it is called.
package struct FileSystem: Hashable, Sendable {
  package let type: UInt32
  /// Whether somebody who knows says that locks and flushes hold there all the same.
  package let isTrusted: Bool

  package init(type: UInt32, isTrusted: Bool = false) {
    self.type = type
    self.isTrusted = isTrusted
  }

  /// A 32-bit type may come with its sign carried on.
  ///
  /// - Parameter trusted: The names of those that are trusted.
  package init(statfs type: Int, trusting trusted: Set<String> = []) {
    let type = UInt32(truncatingIfNeeded: type)
    self.init(type: type, isTrusted: trusted.contains(FileSystem(type: type).name))
  }

  /// Its name as `mount` has it, else its number: `0x65735546`.
  package var name: String {
    Self.local[type] ?? Self.foreign[type] ?? "0x" + String(type, radix: 16)
  }

  /// Whether it is known to belong to this machine alone, and to keep locks and flushes.
  ///
  /// Of what is not known to be, nothing is believed: a share that is taken for a disk lets two
  /// machines write at once.
  package var isLocal: Bool { Self.local[type] != nil }

  /// Whether a store may be written to there.
  package var isReliable: Bool { isLocal || isTrusted }

  /// Linux's own, by the numbers of statfs(2).
  private static let local: [UInt32: String] = [
    0xEF53: "ext4", 0x5846_5342: "xfs", 0x9123_683E: "btrfs", 0xF2F5_2010: "f2fs",
    0x0102_1994: "tmpfs", 0x8584_58F6: "ramfs", 0x794C_7630: "overlay", 0x2FC1_2FC1: "zfs",
    0xCA45_1A4E: "bcachefs", 0x3153_464A: "jfs", 0x5265_4973: "reiserfs", 0x3434: "nilfs2",
    0x2405_1905: "ubifs", 0x72B6: "jffs2", 0x4006: "fat", 0x4D44: "vfat", 0x2011_BAB0: "exfat",
    0x5346_544E: "ntfs", 0x7366_746E: "ntfs3", 0x482B: "hfsplus", 0x0001_1954: "ufs",
    0x137F: "minix", 0x2468: "minix2", 0x4D5A: "minix3", 0xF15F: "ecryptfs",
    0xE0F5_E1E2: "erofs", 0x7371_7368: "squashfs", 0x9660: "iso9660", 0x1501_3346: "udf",
    0x6175_6673: "aufs",
  ]

  /// Those that others may write too, or that pass on what they are told as they like.
  private static let foreign: [UInt32: String] = [
    0x6969: "nfs", 0x517B: "smb", 0xFF53_4D42: "cifs", 0xFE53_4D42: "smb2", 0x5346_414F: "afs",
    0x6B41_4653: "kafs", 0x7375_7245: "coda", 0x00C3_6400: "ceph", 0x6573_5546: "fuse",
    0x0102_1997: "9p", 0x786F_4256: "vboxsf", 0xBACB_ACBC: "vmhgfs", 0x0BD0_0BD0: "lustre",
    0x4750_4653: "gpfs", 0x7461_636F: "ocfs2", 0x0116_1970: "gfs2", 0x1983_0326: "beegfs",
    0x564C: "ncp", 0xAAD7_AAEA: "panfs", 0x0131_11A8: "ibrix", 0x6E66_7364: "nfsd",
  ]
}
