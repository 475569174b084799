// SPDX-License-Identifier: MIT
#include "content/tool/templates.h"

namespace tool {
namespace {

constexpr const char* kPack = R"(# 内容包说明 What the pack is. 全部写法见 content/FORMAT.md
version: 1.0.0
title: {zh-CN: 我的内容包, en: My pack}
summary: {zh-CN: 写给大厅访客的练习。, en: Practice for visitors in the hall.}
languages: [zh-CN, en]
audience: [general]
publisher: 示例派出所
licence: CC-BY-4.0
valid_from: 2026-12-01
review_by: P12M          # 也可写日期 or a date
min_program: 0.1.0
sources:
  S01: {title: 写上出处的名称和日期 Name and date of the source, grade: A}
attract:
  - {item: card.stop-check-report, seconds: 12, hours: [8, 20]}
)";

constexpr const char* kScam = R"(id: quiz.refund-call
kind: quiz
topic: fraud.customer_service
signal: scam
channel: call
audience: [general]
difficulty: 1
est_seconds: 30
title: {zh-CN: 退款电话, en: A call about a refund}
sources: [practice]
judge: true
sample:
  surface: call
  sender: {zh-CN: 陌生号码, en: Unknown number}
  body:
    zh-CN: 您买的东西有问题，我给您退款，请打开屏幕共享。
    en: There is a fault with your order. I will refund you, please share your screen.
stem: {zh-CN: 这个电话是真的吗？, en: "Is this call genuine?"}
choices:
  - id: scam
    says: scam
    correct: true
    text: {zh-CN: 是骗局, en: A scam}
    feedback:
      zh-CN: 退款原路退回，用不着看你的屏幕。
      en: A refund goes back the way it was paid and needs no look at your screen.
  - id: genuine
    says: genuine
    correct: false
    text: {zh-CN: 是真的, en: Genuine}
    feedback:
      zh-CN: 要求屏幕共享就露馅了，真客服不会这样做。
      en: The request to share the screen gives it away; no shop needs that.
explanation:
  zh-CN: 共享屏幕后，密码和验证码对方都看得到。
  en: Whoever shares a screen shows every password and code.
takeaway: {zh-CN: 退款不看屏幕, en: A refund never needs your screen}
)";

constexpr const char* kGenuine = R"(id: quiz.parcel-code
kind: quiz
topic: fraud.shopping_service
signal: genuine
channel: sms
audience: [general]
difficulty: 1
est_seconds: 30
title: {zh-CN: 取件短信, en: A text about a parcel}
sources: [practice]
judge: true
sample:
  surface: sms
  sender: {zh-CN: 小区快递柜, en: Parcel locker}
  body:
    zh-CN: 您的包裹已放入2号柜，取件码123456。
    en: Your parcel is in locker 2, the code is 123456.
stem: {zh-CN: 这条短信是真的吗？, en: "Is this text genuine?"}
choices:
  - id: scam
    says: scam
    correct: false
    text: {zh-CN: 是骗局, en: A scam}
    feedback:
      zh-CN: 它没有链接，不要钱，也不要你的信息。
      en: It has no link and asks for neither money nor details.
  - id: genuine
    says: genuine
    correct: true
    text: {zh-CN: 是真的, en: Genuine}
    feedback:
      zh-CN: 只告诉你去哪里取，没有要你做别的事。
      en: It only tells you where to go and asks for nothing else.
explanation:
  zh-CN: 真信息经得起停下来核实。
  en: A genuine message loses nothing when you stop and check.
takeaway: {zh-CN: 先停，再核实, en: "Stop, then check"}
)";

constexpr const char* kCard = R"(id: card.stop-check-report
kind: card
topic: fraud.general
signal: none
channel: print
audience: [general]
title: {zh-CN: 停、核、报, en: "Stop, check, report"}
sources: [S01]
headline: {zh-CN: 停、核、报, en: "Stop, check, report"}
lines:
  - {zh-CN: 停：先别转账, en: "Stop: send nothing yet"}
  - {zh-CN: 核：自己找号码打回去, en: "Check: call back on a number you found"}
  - {zh-CN: 报：告诉警察, en: "Report: tell the police"}
action: {zh-CN: "拿不准就问{station_name}", en: "Not sure? Ask {station_name}"}
footer: {zh-CN: 真的事不怕你核实, en: What is genuine can be checked}
)";

}  // namespace

std::vector<TemplateFile> MakeTemplate(const std::string& id) {
  return {{"pack.yaml", "id: " + id + "\n" + kPack},
          {"items/refund-call.yaml", kScam},
          {"items/parcel-code.yaml", kGenuine},
          {"items/stop-check-report.yaml", kCard}};
}

}  // namespace tool
