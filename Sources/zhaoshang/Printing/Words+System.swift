internal import Glibc
internal import Wording

// What the system says, in words.
extension Words {
  /// What the system said, by its error number.
  func system(_ errno: Int32) -> String {
    switch errno {
    case 1, 13: say("没有权限", "permission denied")
    case 2: say("不存在", "it is not there")
    case 4: say("被打断了", "it was interrupted")
    case 5: say("读写出错", "input/output error")
    case 6: say("不是普通文件", "it is no regular file")
    case 9: say("文件没有打开", "the file is not open")
    case 11: say("暂时做不到，请再试", "not now; try again")
    case 12: say("内存不足", "there is no memory left")
    case 16: say("正被占用", "it is in use")
    case 17: say("已经存在", "it is there already")
    case 18: say("不在同一块磁盘上", "it is on another disk")
    case 19: say("没有这个设备", "there is no such device")
    case 20: say("不是目录", "not a folder")
    case 21: say("是目录", "it is a folder")
    case 22: say("不是普通文件，或名字、大小不被接受", "it is no regular file, or not accepted")
    case 23, 24: say("打开的文件太多", "too many files are open")
    case 25: say("不是终端", "it is no terminal")
    case 26: say("程序文件正在使用", "the program file is in use")
    case 27: say("文件太大", "the file is too large")
    case 28: say("磁盘已满", "the disk is full")
    case 29: say("是管道，不能定位", "it is a pipe")
    case 30: say("只读的磁盘", "the disk is read-only")
    case 31: say("链接太多", "it has too many links")
    case 32: say("另一头已经关闭", "the other end is closed")
    case 36: say("名字太长", "the name is too long")
    case 38, 95: say("文件系统不支持", "the file system cannot do it")
    case 39: say("目录不是空的", "the folder is not empty")
    case 40: say("是符号链接", "it is a symbolic link")
    case 75: say("数值太大", "a number is too large")
    case 116: say("被换成了另一个文件", "another file was put in its place")
    case 117: say("磁盘上的结构坏了", "the disk's structure is damaged")
    case 122: say("超出配额", "the quota is used up")
    default:
      say(
        "系统报告：\(String(cString: strerror(errno)))（\(errno)）",
        "\(String(cString: strerror(errno))) (\(errno))")
    }
  }
}
