// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "content/text.h"

/// Words of the screens behind the PIN.
namespace kiosk::words {

using content::TextView;

// The pad
inline constexpr TextView kPinTitle{"工作人员", "Staff"};
inline constexpr TextView kPinAsk{"请输入管理密码", "Enter the PIN"};
inline constexpr TextView kPinErase{"删除", "Delete"};
inline constexpr TextView kPinEnter{"确定", "OK"};
inline constexpr TextView kPinWrong{"密码不对", "Wrong PIN"};
inline constexpr TextView kPinWait{"请等{n}秒再试", "Try again in {n} s"};
inline constexpr TextView kPinHolding{"磁盘写不进去，{n}秒后核对",
                                      "The disk cannot be written; checking in {n} s"};
inline constexpr TextView kPinChecking{"正在核对", "Checking"};
inline constexpr TextView kPinNone{"还没有设置管理密码", "No PIN has been set yet"};
inline constexpr TextView kPinNoneWhy{"没有设置密码时，任何人都进不了管理界面。",
                                      "Until one is set nobody can open the staff area."};
inline constexpr TextView kPinNoneSteps[] = {
    {"在这台机器的终端运行 maplebridge-kiosk --make-pin，输入6到12位数字。",
     "Run maplebridge-kiosk --make-pin in a terminal of this machine and type 6 to 12 digits."},
    {"把它给出的 pin_hash 一行写进设置文件的 [staff] 一节。",
     "Put the pin_hash line that it prints into the section [staff] of the settings file."},
    {"重新启动本程序。", "Restart this program."}};
inline constexpr TextView kPinBack{"回到首屏", "Back to the start"};

// The menu
inline constexpr TextView kStaffTitle{"管理", "Staff area"};
inline constexpr TextView kStaffNote{"3分钟没有人点，会自动退出。",
                                     "Closes by itself after 3 minutes without a touch."};
inline constexpr TextView kStaffLeave{"退出管理", "Leave staff area"};
inline constexpr TextView kDoorPacks{"装内容包", "Load packs"};
inline constexpr TextView kDoorPacksNote{"从U盘看一看、装上、退回上一版",
                                         "Look, install from a drive, go back"};
inline constexpr TextView kDoorNumbers{"数据", "Numbers"};
inline constexpr TextView kDoorNumbersNote{"来过多少人，分得清分不清，导出",
                                           "Visits, what people tell apart, export"};
inline constexpr TextView kDoorDevice{"设备", "Device"};
inline constexpr TextView kDoorDeviceNote{"触摸、声音、磁盘、时钟、版本",
                                          "Touch, sound, disk, clock, versions"};
inline constexpr TextView kDoorCleaning{"擦屏幕", "Clean the screen"};
inline constexpr TextView kDoorCleaningNote{"30秒内怎么碰都没有反应",
                                            "30 seconds in which touch does nothing"};
inline constexpr TextView kDoorExit{"退出程序", "Exit"};
inline constexpr TextView kDoorExitNote{"回到系统，或重新启动程序",
                                        "To the system, or start again"};

// Packs
inline constexpr TextView kPacksOnDrives{"U盘里的内容包", "Packs on drives"};
inline constexpr TextView kPacksHere{"本机的内容包", "Packs on this device"};
inline constexpr TextView kPacksLooking{"正在读取U盘", "Reading the drives"};
inline constexpr TextView kPacksLookAgain{"重新读取U盘", "Read the drives again"};
inline constexpr TextView kPacksNoDrive{
    "没有找到U盘。插上以后，点“重新读取U盘”。",
    "No drive was found. Plug one in and tap \"Read the drives again\"."};
inline constexpr TextView kPacksNoFile{
    "U盘里没有内容包。内容包是 .pack 文件，放在U盘最外层，或者下一层文件夹里。",
    "There is no pack on the drive. Packs are .pack files in its top folder or one folder below."};
inline constexpr TextView kPacksNone{"还没有装任何内容包。", "No pack is installed yet."};
inline constexpr TextView kPacksFree{"磁盘还有{size}可用", "{size} free on the disk"};
inline constexpr TextView kPackNew{"新装", "New"};
inline constexpr TextView kPackHave{"已装", "Installed"};
inline constexpr TextView kPackRefused{"装不上", "Cannot be installed"};
inline constexpr TextView kPackVersion{"版本{v}", "version {v}"};
inline constexpr TextView kPackVersions{"版本{from} → {to}", "version {from} → {to}"};
inline constexpr TextView kPackPublisher{"发布者", "Publisher"};
inline constexpr TextView kPackSigner{"签名", "Signed by"};
inline constexpr TextView kPackVersionLabel{"版本", "Version"};
inline constexpr TextView kPackSize{"大小", "Size"};
inline constexpr TextView kPackFile{"文件", "File"};
inline constexpr TextView kPackFits{"{size}，装得下", "{size}, fits on the disk"};
inline constexpr TextView kPackTooBig{"{size}，磁盘空间不够",
                                      "{size}, too large for the free space"};
inline constexpr TextView kPackChanges{"会改变什么", "What changes"};
inline constexpr TextView kPackNothing{"内容没有变化", "Nothing changes"};
inline constexpr TextView kPackSums{"新增{a} · 修改{b} · 去掉{c} · 不变{d}",
                                    "{a} new · {b} changed · {c} gone · {d} the same"};
inline constexpr TextView kPackMedia{"图片、影片和声音：{n}个文件不同",
                                     "Pictures, films and sounds: {n} files differ"};
inline constexpr TextView kPackMore{"其余{n}项没有列出", "{n} more are not listed"};
inline constexpr TextView kChange[] = {{"新增", "new"}, {"修改", "changed"}, {"去掉", "gone"}};
inline constexpr TextView kPackPreview{"先看看", "Preview"};
inline constexpr TextView kPackInstall{"装上", "Install"};
inline constexpr TextView kPackInstalled{"已经装在本机", "Already on this device"};
inline constexpr TextView kPackGoBack{"退回版本{v}", "Go back to {v}"};
inline constexpr TextView kWorkInstalling{"正在安装，请不要拔U盘",
                                          "Installing. Leave the drive plugged in"};
inline constexpr TextView kWorkProving{"正在核对内容", "Proving the pack"};
inline constexpr TextView kWorkRollingBack{"正在退回上一版", "Going back"};
inline constexpr TextView kWorkExporting{"正在导出，请不要拔U盘",
                                         "Exporting. Leave the drive plugged in"};
inline constexpr TextView kWorkCounting{"正在统计", "Counting"};
inline constexpr TextView kWorkInspecting{"正在检查", "Looking"};
inline constexpr TextView kWorkCancel{"取消", "Cancel"};
inline constexpr TextView kWorkCancelling{"正在取消", "Cancelling"};
inline constexpr TextView kNewsInstalled{"已装好：{title} {detail}。退出管理后启用。",
                                         "Installed: {title} {detail}. In use once you leave."};
inline constexpr TextView kNewsRolledBack{"已退回：{title} {detail}。退出管理后启用。",
                                          "Gone back: {title} {detail}. In use once you leave."};
inline constexpr TextView kNewsExported{"已导出到{detail}", "Exported to {detail}"};
inline constexpr TextView kNewsCancelled{"已取消，一切照旧。",
                                         "Cancelled. Everything is as before."};
inline constexpr TextView kFailedCode{"代码：{code}", "Code: {code}"};
inline constexpr TextView kPreviewOfPack{
    "预览：还没有启用，结果不记录。点“结束”回到管理界面。",
    "Preview: not in use yet, nothing is recorded. Finish leads back."};

// Numbers
inline constexpr TextView kPeriods[] = {{"今天", "Today"}, {"7天", "7 days"}, {"30天", "30 days"}};
inline constexpr TextView kVisits{"来访", "Visits"};
inline constexpr TextView kRounds{"答题轮数", "Rounds begun"};
inline constexpr TextView kCompleted{"答完", "Completed"};
inline constexpr TextView kChats{"对话", "Chats"};
inline constexpr TextView kFilms{"影片", "Films"};
inline constexpr TextView kEmergencies{"“我刚转了钱”", "\"I just sent money\""};
inline constexpr TextView kOf{"{k}/{n}", "{k} of {n}"};
inline constexpr TextView kVisitsByHour{"每小时来访", "Visits each hour"};
inline constexpr TextView kVisitsByDay{"每天来访", "Visits each day"};
inline constexpr TextView kJudging{"真假分得清吗", "Telling scams from genuine messages"};
inline constexpr TextView kHits{"骗局识破", "Scams seen through"};
inline constexpr TextView kFalseAlarms{"真消息错怪", "Genuine taken for scams"};
inline constexpr TextView kDPrime{"辨别力 d′", "Discernment d′"};
inline constexpr TextView kDPrimeNote{"0是瞎猜，越大越分得清", "0 is guessing; higher is better"};
inline constexpr TextView kCriterion{"倾向 c", "Leaning c"};
inline constexpr TextView kCriterionNote{
    "小于0是看什么都像骗局，大于0是看什么都像真的",
    "Below 0: takes all for scams. Above 0: takes all for genuine"};
inline constexpr TextView kInterval{"{mid}（95%区间{low}到{high}）",
                                    "{mid} (95 % interval {low} to {high})"};
inline constexpr TextView kNotEnough{
    "回答还不够多：骗局{a}/{n}，真消息{b}/{n}。够了才显示，免得把偶然当成规律。",
    "Not enough answers yet: scams {a} of {n}, genuine {b} of {n}. Shown "
    "only then, so that chance is not taken for a pattern."};
inline constexpr TextView kNotEnoughShort{"还不够（{k}/{n}）", "not enough yet ({k} of {n})"};
inline constexpr TextView kByTopic{"各类骗局识破", "Scams seen through, by topic"};
inline constexpr TextView kHardest{"最难的题", "Hardest questions"};
inline constexpr TextView kNoHardest{"还没有一道题有{n}个以上的回答。",
                                     "No question has {n} answers or more yet."};
inline constexpr TextView kRight{"答对", "right"};
inline constexpr TextView kExport{"导出全部记录", "Export all records"};
inline constexpr TextView kExportTo{"导出到{drive}", "Export to {drive}"};
inline constexpr TextView kExportNote{
    "表格（CSV）和xAPI，没有姓名。写进U盘的maplebridge文件夹。",
    "Tables (CSV) and xAPI, no names. Goes into the folder maplebridge."};
inline constexpr TextView kExportNoDrive{
    "没有找到U盘。插上以后，重新打开这一页。",
    "No drive was found. Plug one in and open this page again."};

// Device
inline constexpr TextView kDeviceDisk{"磁盘", "Disk"};
inline constexpr TextView kDeviceFree{"可用{free}，共{all}", "{free} free of {all}"};
inline constexpr TextView kDeviceFull{
    "快满了：先导出记录，再请管理员清理。",
    "Nearly full: export the records, then ask the administrator."};
inline constexpr TextView kDeviceClock{"时钟", "Clock"};
inline constexpr TextView kDeviceClockWrong{
    "时钟不对：比程序的日期{built}还早。请让管理员校准。",
    "The clock is wrong: before the program's own date, {built}. Ask "
    "the administrator to set it."};
inline constexpr TextView kDeviceProgram{"程序", "Program"};
inline constexpr TextView kDeviceBuilt{"版本{v}，{built}", "version {v}, {built}"};
inline constexpr TextView kDevicePacks{"内容包", "Packs"};
inline constexpr TextView kDeviceKeys{"信任的签名", "Trusted keys"};
inline constexpr TextView kDeviceNoKeys{
    "一个也没有：装不上任何内容包。请让管理员放入公钥。",
    "None: no pack can be installed. Ask the administrator for the "
    "public key."};
inline constexpr TextView kDeviceProblems{"出过的问题", "Problems"};
inline constexpr TextView kDeviceNoProblems{"开机以来没有问题", "None since the start"};
inline constexpr TextView kDeviceTouch{"测试触摸", "Test touch"};
inline constexpr TextView kDeviceSound{"测试声音", "Test sound"};
inline constexpr TextView kGridAsk{"用手指划过每一格", "Run a finger over every cell"};
inline constexpr TextView kGridDone{"每一格都有反应", "Every cell answers"};
inline constexpr TextView kGridClose{"好了", "Done"};
inline constexpr TextView kCleaningNow{"现在可以擦屏幕", "Clean the screen now"};
inline constexpr TextView kCleaningNote{"时间到之前，怎么碰都没有反应。",
                                        "Until the time is up touch does nothing."};

// Exit
inline constexpr TextView kExitTitle{"要退出程序吗？", "Leave the program?"};
inline constexpr TextView kExitNote{"退出以后，大厅里的人用不了这台机器，直到再次启动。",
                                    "Visitors cannot use this machine until it is started again."};
inline constexpr TextView kExitSystem{"退出到系统", "Exit to the system"};
inline constexpr TextView kExitRestart{"重新启动程序", "Restart the program"};

/// Names of topics that messages to judge have.
inline constexpr std::array<std::pair<std::string_view, TextView>, 17> kTopics = {{
    {"fraud.rebate_tasks", {"刷单返利", "Task rebates"}},
    {"fraud.investment", {"虚假投资理财", "Fake investment"}},
    {"fraud.shopping_service", {"虚假购物、服务", "Fake shopping and services"}},
    {"fraud.fake_customer_service", {"冒充客服", "Fake customer service"}},
    {"fraud.fake_loan", {"虚假贷款", "Fake loans"}},
    {"fraud.credit_record", {"虚假征信", "False credit records"}},
    {"fraud.impersonate_boss", {"冒充领导、熟人", "Posing as a boss or acquaintance"}},
    {"fraud.impersonate_authority", {"冒充公检法", "Posing as police or courts"}},
    {"fraud.romance", {"网络婚恋、交友", "Romance and dating"}},
    {"fraud.game_trade", {"游戏交易", "Game trades"}},
    {"fraud.after_loss", {"被骗以后", "After a loss"}},
    {"fraud.blackmail", {"敲诈勒索", "Blackmail"}},
    {"fraud.counterfeit_note", {"假币", "Suspect banknotes"}},
    {"hotline.96110", {"96110来电", "Calls from 96110"}},
    {"hotline.12367", {"12367来电", "Calls from 12367"}},
    {"law.cards", {"出租出售银行卡、电话卡", "Lending or selling cards"}},
    {"law.work_abroad", {"境外高薪招工", "Well-paid work abroad"}},
}};

}  // namespace kiosk::words
