// SPDX-License-Identifier: MIT
#include <array>
#include <string_view>

#include "kiosk/screens/staff_parts.h"

namespace kiosk {
namespace {

using content::TextView;

// The reader is the officer at the desk with a stick in hand, who can copy again, take another
// stick, ask the publisher (whoever sent the pack) or the administrator (whoever set the device
// up). The library's own remedies speak to authors and are told by the pack tool.
constexpr TextView kAgain{
    "把发布者给的原文件重新复制一次；还不行，换一个U盘，或向发布者重新要。",
    "Copy the publisher's own file again; if that fails, use another stick or ask them for it "
    "again."};
constexpr TextView kOriginal{
    "不要用这个文件，也不要解压后再打包。向发布者重新要原文件，把代码告诉他。",
    "Do not use this file, and do not unpack and repack it. Ask the publisher for the original and "
    "tell them this code."};
constexpr TextView kPublisher{
    "这个包要由发布者改，本机改不了。把代码告诉发布者，原来的内容照常使用。",
    "Only the publisher can mend this pack. Tell them this code; what is "
    "installed stays in use."};
constexpr TextView kRightFile{
    "看看是不是选错了文件；没选错，就重新复制一次，或向发布者重新要。",
    "Check whether this is the right file; if it is, copy it again or ask the publisher for it "
    "again."};
constexpr TextView kChanged{
    "把原文件重新复制一次。两次都这样，不要用，向发布者重新要。",
    "Copy the original again. Twice the same: do not use it; ask the publisher for it again."};
constexpr TextView kUnsigned{
    "没有签名的包不能用。向发布者要签过名的那一份。",
    "A pack without a signature cannot be used. Ask the publisher for the signed "
    "one."};
constexpr TextView kMismatch{
    "不要用这个包。查清它是谁给的，当面或打已知的电话，向发布者重新要。",
    "Do not use this pack. Find out who gave it to you, and ask the publisher for it in person or "
    "by a number you know."};
constexpr TextView kUnknownKey{
    "先别用。打已知的电话问发布者是不是他发的；是，再请管理员加上他的公钥。不要从同一个U盘装公钥。",
    "Do not use it yet. Call the publisher on a number you know; if it is theirs, the "
    "administrator "
    "adds their key. Never take a key from the same stick."};
constexpr TextView kKeyFile{
    "请管理员重新放入公钥文件；原来的内容照常使用。",
    "Have the administrator put the key file in again; what is installed stays in "
    "use."};
constexpr TextView kProgram{
    "先请管理员更新本机程序，再装这个包；原来的内容照常使用。",
    "Have the administrator update this device's program first, then install the "
    "pack; what is installed stays in use."};
constexpr TextView kStick{
    "拔下U盘再插一次，重新选文件；还不行，换一个U盘。",
    "Pull the stick, plug it in again and choose the file; if that fails, use "
    "another stick."};
constexpr TextView kOlder{
    "这一份比本机用过的旧。请用新的一份；确要退回，点“退回版本”。",
    "This one is older than what this device has used. Use the newer; to go back on "
    "purpose tap “Go back”."};
constexpr TextView kSame{
    "同一个版本号，内容却不同。请发布者换新的版本号。",
    "The same version number with other contents. The publisher must give it a new "
    "one."};
constexpr TextView kNoEarlier{
    "没有更早的版本可退。要换内容，就安装新的一份。",
    "There is nothing earlier to go back to. For other content install a newer "
    "pack."};
constexpr TextView kFull{
    "空间满了。腾出空间或换一个U盘；本机满了，请管理员清理后再试。",
    "There is no room. Free some or take another stick; if this device is full, have "
    "the administrator free some space and try again."};
constexpr TextView kNoWriting{
    "写不进去。看U盘有没有写保护；不是U盘的事，请管理员检查权限和磁盘。",
    "It can't be written. See whether the stick is write-protected; else have "
    "the administrator check permissions and disk."};
constexpr TextView kDisk{
    "再试一次；还不行，换一个U盘；仍不行，请管理员检查本机磁盘。",
    "Try again; then another stick; if it stays, have the administrator check this "
    "device's disk."};

struct Remedy {
  std::string_view code;  ///< Whole, ending ".", a family, or beginning ".", an ending.
  TextView text;
};

// The first that fits.
constexpr std::array kRemedies = {Remedy{".no-space", kFull},
                                  Remedy{".unwritable", kNoWriting},
                                  Remedy{".io", kDisk},
                                  Remedy{"archive.not-a-pack", kRightFile},
                                  Remedy{"archive.unreadable", kRightFile},
                                  Remedy{"archive.cut", kAgain},
                                  Remedy{"archive.damaged", kAgain},
                                  Remedy{"archive.absent", kAgain},
                                  Remedy{"archive.header", kAgain},
                                  Remedy{"archive.directory", kAgain},
                                  Remedy{"archive.too-many", kPublisher},
                                  Remedy{"archive.too-large", kPublisher},
                                  Remedy{"archive.", kOriginal},
                                  Remedy{"pack.changed", kChanged},
                                  Remedy{"pack.unlisted", kOriginal},
                                  Remedy{"pack.missing", kOriginal},
                                  Remedy{"pack.newer-program", kProgram},
                                  Remedy{"signature.absent", kUnsigned},
                                  Remedy{"signature.malformed", kAgain},
                                  Remedy{"signature.mismatch", kMismatch},
                                  Remedy{"signature.unknown-key", kUnknownKey},
                                  Remedy{"key.", kKeyFile},
                                  Remedy{"store.source", kStick},
                                  Remedy{"store.older-version", kOlder},
                                  Remedy{"store.same-version", kSame},
                                  Remedy{"store.no-previous", kNoEarlier},
                                  Remedy{"manifest.", kPublisher},
                                  Remedy{"media.", kPublisher},
                                  Remedy{"item.", kPublisher},
                                  Remedy{"json.", kPublisher},
                                  Remedy{"scenario.", kPublisher},
                                  Remedy{"text.", kPublisher},
                                  Remedy{"attract.", kPublisher}};

bool Fits(std::string_view code, std::string_view pattern) {
  if (pattern.front() == '.') return code.ends_with(pattern);
  return pattern.back() == '.' ? code.starts_with(pattern) : code == pattern;
}

}  // namespace

content::TextView StaffRemedy(const content::Error& error) {
  for (const Remedy& remedy : kRemedies) {
    if (Fits(error.code, remedy.code)) return remedy.text;
  }
  return error.remedy;
}

}  // namespace kiosk
