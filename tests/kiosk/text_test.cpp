// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <iterator>

#include "assets/text_layout.h"
#include "kiosk/ui/theme.h"
#include "tests/support/catch.h"

namespace {

const assets::Font& Noto() {
  static const assets::Font kFont = [] {
    auto font = assets::Font::Open();
    if (!font) throw std::runtime_error("fonts-noto-cjk is not installed");
    return std::move(*font);
  }();
  return kFont;
}

assets::TextStyle Chinese() {
  assets::TextStyle style;
  style.size = 40;
  return style;
}

void CheckLineEnds(const assets::Paragraph& paragraph) {
  for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
    const std::u32string line = assets::Decode(paragraph.lines[i].text);
    if (line.empty()) continue;
    INFO(paragraph.lines[i].text);
    if (i > 0) CHECK_FALSE(assets::MayNotStartLine(line.front()));
    if (i + 1 < paragraph.lines.size()) CHECK_FALSE(assets::MayNotEndLine(line.back()));
  }
}

// Every run of Han in the packs' sources is broken at many widths: whatever a screen asks for.
std::vector<std::string> TextsOfPacks() {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           std::filesystem::path(SOURCE_ROOT) / "content/packs")) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      const std::size_t at = line.find("zh-CN: ");
      if (at == std::string::npos) continue;
      const std::size_t until = line.find(", en: ", at);  // both languages in one line
      texts.push_back(line.substr(at + 7, until == std::string::npos ? until : until - at - 7));
    }
  }
  return texts;
}

}  // namespace

TEST_CASE("no line of any pack starts or ends with a mark that must not stand there") {
  const std::vector<std::string> texts = TextsOfPacks();
  REQUIRE(texts.size() > 100);
  for (const std::string& text : texts) {
    for (float width : {200.0f, 420.0f, 610.0f, 880.0f, 968.0f, 1300.0f}) {
      CheckLineEnds(assets::LayOut(Noto(), text, Chinese(), width));
    }
  }
}

TEST_CASE("a line is never wider than asked for") {
  const std::string text =
      "他叫得出您的名字和昨天的快递单号，说“百万保障”今晚到期，不关闭每月扣2000元。";
  for (float width = 120; width < 1200; width += 37) {
    CHECK(assets::LayOut(Noto(), text, Chinese(), width).width <= width + 0.5f);
  }
}

TEST_CASE("a word longer than the line is cut rather than lost") {
  const std::string address = "ylbz-renew-very-long-address.example/abcdefghijklmnopqrstuvwxyz";
  const auto paragraph = assets::LayOut(Noto(), address, Chinese(), 300);
  std::string all;
  for (const auto& line : paragraph.lines) all += line.text;
  CHECK(all == address);
  CHECK(paragraph.width <= 300.5f);
}

TEST_CASE("Han and Latin are set apart, and neighbouring marks set close") {
  const auto width = [](const char* text) {
    return assets::LayOut(Noto(), text, Chinese(), 2000).width;
  };
  CHECK(width("拨110") > width("拨") + width("110") + 5);
  CHECK(width("对”。好") < 3.6f * 40);  // four squares, less the half that two marks share
}

TEST_CASE("a headline breaks into lines of about equal length") {
  assets::TextStyle style = Chinese();
  style.balance = true;
  const auto paragraph =
      assets::LayOut(Noto(), "您识破了三个骗局里的三个也错怪了一条真消息", style, 700);
  REQUIRE(paragraph.lines.size() == 2);
  CHECK(paragraph.lines[1].width > paragraph.lines[0].width * 0.7f);
}

TEST_CASE("balancing a headline never cuts a word") {
  assets::TextStyle style = Chinese();
  style.balance = true;
  style.language = content::Language::kEnglish;
  const auto paragraph = assets::LayOut(Noto(), "Another round", style, 270);
  for (const auto& line : paragraph.lines) {
    CHECK((line.text == "Another round" || line.text == "Another" || line.text == "round"));
  }
  style.language = content::Language::kChinese;
  const auto chinese = assets::LayOut(Noto(), "现在就告诉窗口民警，或者拨打110", style, 440);
  for (const auto& line : chinese.lines) CHECK(line.text.rfind("警", 0) != 0);
}

TEST_CASE("a headline breaks where a reader pauses") {
  assets::TextStyle style = Chinese();
  style.balance = true;
  const auto lines = [&](const char* text, float ems) {
    std::vector<std::string> said;
    for (const auto& line : assets::LayOut(Noto(), text, style, ems * style.size).lines) {
      said.push_back(line.text);
    }
    return said;
  };
  using Lines = std::vector<std::string>;
  CHECK(lines("手指已经停在“确认付款”上。奶奶这时最该做哪一步？", 17) ==
        Lines{"手指已经停在“确认付款”上。", "奶奶这时最该做哪一步？"});
  CHECK(lines("“注销学生账户”，别共享屏幕，别借款转出", 14) ==
        Lines{"“注销学生账户”，", "别共享屏幕，别借款转出"});
  CHECK(lines("样例：向人民作汇报（2026年10月）", 14) ==
        Lines{"样例：向人民作汇报", "（2026年10月）"});
  // A word before the first mark is no line: the second would be the whole text again.
  CHECK(lines("好，现在就告诉窗口民警或者拨打报警电话", 14).front() != "好，");
  style.language = content::Language::kEnglish;
  CHECK(lines("Look again: this one is genuine.", 11) ==
        Lines{"Look again:", "this one is genuine."});
}

TEST_CASE("a headline keeps an ordinal with its 第") {
  assets::TextStyle style = Chinese();
  style.balance = true;
  for (float width = 200; width < 700; width += 10) {
    const auto paragraph = assets::LayOut(Noto(), "钱转出去了，第一个电话打110。", style, width);
    for (const auto& line : paragraph.lines) CHECK(!line.text.ends_with("第"));
  }
}

TEST_CASE("English keeps words whole and sets its quotation marks close") {
  assets::TextStyle style = Chinese();
  style.language = content::Language::kEnglish;
  const auto paragraph =
      assets::LayOut(Noto(), "The “protection plan” about to expire tonight", style, 420);
  for (const auto& line : paragraph.lines) {
    CHECK(line.text.front() != ' ');
    CHECK(line.text.find("protec ") == std::string::npos);
  }
  style.size = 40;
  const float quoted = assets::LayOut(Noto(), "“a”", style, 2000).width;
  CHECK(quoted < 40 * 1.8f);
}

TEST_CASE("text on its ground keeps the contrast that the theme promises") {
  for (bool high : {false, true}) {
    const kiosk::Theme& t = kiosk::ThemeFor(high);
    const double least = high ? 7.0 : 4.5;
    using Pair = std::pair<kiosk::Color, kiosk::Color>;
    const std::vector<Pair> pairs = {{t.ink, t.paper},
                                     {t.ink, t.card},
                                     {t.soft, t.paper},
                                     {t.soft, t.card},
                                     {t.on_teal, t.teal},
                                     {t.on_teal_soft, t.teal},
                                     {t.on_teal_soft, t.teal_deep},
                                     {t.teal, t.card},
                                     {t.teal, t.paper},
                                     {t.on_mint, t.mint},
                                     {t.ink, t.mint},
                                     {t.on_amber, t.amber},
                                     {t.on_amber, t.amber_ground},
                                     {t.ink, t.amber_ground},
                                     {t.on_maple, t.maple},
                                     {t.ink, t.sand},
                                     {t.ink, t.track},
                                     {t.ink, t.amber},
                                     {t.soft, t.sand},
                                     {t.accent, t.card}};
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      INFO("pair " << i << (high ? " in high contrast" : ""));
      CHECK(kiosk::ContrastRatio(pairs[i].first, pairs[i].second) >= least);
    }
  }
}
