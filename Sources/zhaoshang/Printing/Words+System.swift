internal import Glibc
internal import Wording

// What the system says, in words.
extension Words {
  /// That stdout takes no more.
  func outputRefused(_ errno: Int32) -> String {
    say("标准输出写不进去：\(system(errno))", "stdout takes no more: \(system(errno))")
  }

  /// What the system said, by its error number.
  func system(_ errno: Int32) -> String {
    switch errno {
    case EPERM, EACCES: say("没有权限", "permission denied")
    case ENOENT: say("不存在", "it is not there")
    case EINTR: say("被打断了", "it was interrupted")
    case EIO: say("读写出错", "input/output error")
    case ENXIO: say("不是普通文件", "it is no regular file")
    case EBADF: say("文件没有打开", "the file is not open")
    case EAGAIN: say("暂时做不到，请再试", "not now; try again")
    case ENOMEM: say("内存不足", "there is no memory left")
    case EBUSY: say("正被占用", "it is in use")
    case EEXIST: say("已经存在", "it is there already")
    case EXDEV: say("不在同一块磁盘上", "it is on another disk")
    case ENODEV: say("没有这个设备", "there is no such device")
    case ENOTDIR: say("不是目录", "not a folder")
    case EISDIR: say("是目录", "it is a folder")
    case EINVAL: say("不是普通文件，或名字、大小不被接受", "it is no regular file, or not accepted")
    case ENFILE, EMFILE: say("打开的文件太多", "too many files are open")
    case ENOTTY: say("不是终端", "it is no terminal")
    case ETXTBSY: say("程序文件正在使用", "the program file is in use")
    case EFBIG: say("文件太大", "the file is too large")
    case ENOSPC: say("磁盘已满", "the disk is full")
    case ESPIPE: say("是管道，不能定位", "it is a pipe")
    case EROFS: say("只读的磁盘", "the disk is read-only")
    case EMLINK: say("链接太多", "it has too many links")
    case EPIPE: say("另一头已经关闭", "the other end is closed")
    case ENAMETOOLONG: say("名字太长", "the name is too long")
    case ENOSYS, EOPNOTSUPP: say("文件系统不支持", "the file system cannot do it")
    case ENOTEMPTY: say("目录不是空的", "the folder is not empty")
    case ELOOP: say("是符号链接", "it is a symbolic link")
    case EOVERFLOW: say("数值太大", "a number is too large")
    case ESTALE: say("被换成了另一个文件", "another file was put in its place")
    case EUCLEAN: say("磁盘上的结构坏了", "the disk's structure is damaged")
    case EDQUOT: say("超出配额", "the quota is used up")
    default:
      say(
        "系统报告：\(String(cString: strerror(errno)))（\(errno)）",
        "\(String(cString: strerror(errno))) (\(errno))")
    }
  }
}
