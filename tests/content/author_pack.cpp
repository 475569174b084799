// SPDX-License-Identifier: MIT
#include "tests/content/author_pack.h"

#include <stdlib.h>

#include <fstream>
#include <stdexcept>

#include "content/tool/templates.h"

namespace {

constexpr const char* kChat = R"(id: chat.likes
kind: chat
topic: fraud.rebate_tasks
signal: scam
channel: chat
audience: [general]
title: {zh-CN: 点赞有钱, en: Paid for likes}
sources: [practice]
role: self
partner: {zh-CN: 任务助理, en: Task assistant}
brief: {zh-CN: 有人私聊你，每一步由你回话。, en: A stranger writes to you. You choose each reply.}
start: n1
nodes:
  n1:
    messages:
      - {zh-CN: 先垫一百元，马上返你。, en: "Pay a hundred first, it comes back at once."}
    flags:
      - {zh-CN: 先垫一百元, en: Pay a hundred first}
    replies:
      - {text: {zh-CN: 好的, en: All right}, next: e1, risk: 4}
      - {text: {zh-CN: 不做，退群, en: "No, I leave"}, next: e2, risk: 0, exit: true}
  e1:
    end: true
    outcome: harm
    loss: 100
    messages:
      - {zh-CN: 对方不见了。, en: They are gone.}
  e2:
    end: true
    outcome: safe
    messages:
      - {zh-CN: 你离开了，没有损失。, en: You left and lost nothing.}
red_flags:
  - {zh-CN: 要你先垫钱, en: You pay first}
rule: {zh-CN: 先垫钱的任务都不做, en: "A task that needs your money first: refuse"}
)";

constexpr const char* kReport = R"(id: report.may
kind: report
topic: station.report_to_people
signal: none
channel: print
audience: [resident]
title: {zh-CN: 五月汇报, en: Report for May}
sources: [S01]
approval: {by: 示例派出所, on: 2026-06-02}
review_by: P6M
period: {from: 2026-05-01, to: 2026-05-31}
metrics:
  - id: fraud
    label: {zh-CN: 诈骗案件, en: Fraud cases}
    unit: {zh-CN: 起, en: cases}
    value: 7
    previous: 9
    basis: {zh-CN: 按立案时间统计。, en: Counted by the day the case was opened.}
trends:
  - metric: fraud
    points:
      - ["2026-03", 12]
      - ["2026-04", 9]
      - ["2026-05", 7]
)";

constexpr const char* kSpot = R"(id: spot.toll
kind: spot
topic: fraud.shopping_service
signal: scam
channel: sms
audience: [general]
title: {zh-CN: 通行费短信, en: A toll text}
sources: [S01]
instruction: {zh-CN: 点出可疑的地方, en: Tap what is suspicious}
sample:
  surface: sms
  sender: {zh-CN: 陌生号码, en: Unknown number}
segments:
  - id: a
    flag: false
    text: {zh-CN: 您的车有一笔费用未缴。, en: "Your car has a toll to pay. "}
    why: {zh-CN: 单看这句，真假短信都可能写。, en: A genuine text might say this too.}
  - id: b
    flag: true
    text: {zh-CN: 请点链接输入卡号和验证码。, en: Tap the link and enter card and code.}
    why: {zh-CN: 要卡号和验证码，就是要你的钱。, en: Asking for card and code is asking for money.}
explanation: {zh-CN: 官方通知不在短信里收卡号。, en: Official notices take no card numbers by text.}
takeaway: {zh-CN: 链接不点，自己打开官方应用, en: Skip the link and open the official app}
)";

}  // namespace

std::vector<AuthorFile> MakeAuthorPack() {
  std::vector<AuthorFile> files;
  for (const tool::TemplateFile& file : tool::MakeTemplate("demo")) {
    files.push_back({file.path, file.text});
  }
  files.push_back({"items/chat.yaml", kChat});
  files.push_back({"items/report.yaml", kReport});
  files.push_back({"items/spot.yaml", kSpot});
  return files;
}

ScratchFolder::ScratchFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "maplebridge-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void ScratchFolder::Write(const std::string& name, const std::string& text) const {
  const std::filesystem::path file = path_ / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}
