// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "assets/glyph_cache.h"
#include "assets/text_layout.h"
#include "kiosk/ui/semantics.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/touch.h"

struct ImDrawList;

namespace kiosk {

enum class Align { kLeft, kCenter, kRight };

/// Colour roles a screen may ask for; the theme says what they look like.
enum class Ink {
  kText,
  kSoft,
  kTeal,
  kAccent,
  kOnTeal,
  kOnTealSoft,
  kOnMint,
  kOnAmber,
  kMaple,
  kOnMaple
};
/// Grounds. kCard is raised with a soft shadow; kOutline is a card with a hairline, no shadow.
enum class Ground {
  kNone,
  kPaper,
  kCard,
  kOutline,
  kTeal,
  kMint,
  kSand,
  kAmber,
  kAmberSoft,
  kMaple,
  kMintEdge,
  kAmberEdge
};
enum class ButtonLook { kPrimary, kGhost, kCard, kMaple, kAmber, kWhite, kChip };

/// A texture to draw: GL name (0: nothing to draw yet) and its size in pixels.
struct Texture {
  unsigned name = 0;
  int width = 0, height = 0;
  bool film = false;  ///< A film's picture: the Ui remembers where it went.
};

struct UiConfig {
  float pixels_per_mm = 4.03f;  ///< 1080 px over the 268 mm of a 21.5-inch portrait screen.
};

/// Everything a screen draws and asks goes through here: layout in design units, text as a
/// publisher sets it, taps, scrolling, and the semantic tree as a by-product. State that lives here
/// (fingers, scroll offsets, caches) is forgotten when the visit ends.
///
/// One pass: BeginPass → screens draw → EndPass. Taps found by Touch are answered during the pass
/// by the widget with that id, which returns true.
class Ui {
 public:
  Ui(const assets::Font& font, assets::GlyphCache& glyphs, UiConfig config);

  // --- The frame (called by the program, not by screens) ---
  struct PassInput {
    int width = 1080, height = 1920;  ///< Pixels of the window.
    double seconds = 0;
    Settings settings;
    std::string screen;  ///< Name of the screen; a change starts a transition.
  };
  void BeginPass(const PassInput& input, ImDrawList* list);
  void EndPass();
  void Feed(const PointerEvent& event) { touch_.Feed(event, shown_hits_, shown_scrolls_); }
  /// Takes the next tap to be answered in the coming pass. Returns false when there is none.
  bool TakeTap();
  [[nodiscard]] bool IsMoving() const;  ///< Something glides or fades: draw again soon.
  void Forget();
  [[nodiscard]] const Semantics& Tree() const { return tree_; }
  [[nodiscard]] float Scale() const { return scale_; }  ///< Pixels a design unit.
  [[nodiscard]] const std::string& Pressed() const { return touch_.Pressed(); }
  /// Where the last pass put the film, in pixels and uncut, so that its picture is made at that
  /// size; empty when it did not.
  [[nodiscard]] Rect FilmArea() const { return film_area_; }

  /// What is drawn between the two comes in softly when the screen has just changed; fingers need
  /// not wait for it.
  void BeginMotion();
  void EndMotion();

  // --- Geometry ---
  [[nodiscard]] Rect Window() const { return window_; }  ///< The whole window.
  [[nodiscard]] Rect Canvas() const {
    return canvas_;
  }  ///< Where screens draw (lower part with reach-down).
  [[nodiscard]] bool Portrait() const { return canvas_.h > canvas_.w * 1.02f; }
  [[nodiscard]] float Mm(float millimetres) const;  ///< In design units.
  [[nodiscard]] const Settings& Chosen() const { return settings_; }
  [[nodiscard]] const Theme& Colors() const { return ThemeFor(settings_.high_contrast); }
  [[nodiscard]] double Seconds() const { return seconds_; }
  [[nodiscard]] Color ColorOf(Ink ink) const;
  [[nodiscard]] Color ColorOf(Ground ground) const;  ///< What a panel of it is filled with.
  /// `text` in the visitor's language.
  [[nodiscard]] std::string Say(content::TextView text) const {
    return std::string(text.In(settings_.language));
  }

  // --- Text ---
  /// Height and width `text` will take; `width` is what it may take.
  [[nodiscard]] const assets::Paragraph& Measure(Type type, std::string_view text, float width);
  [[nodiscard]] float TextHeight(Type type, std::string_view text, float width) {
    return Measure(type, text, width).Height();
  }
  /// Draws from the top of `area` (which is not clipped); marks the element when it did not fit in
  /// area.h (0: any height). Returns the height used.
  float Text(Rect area, Type type, Ink ink, std::string_view text, Align align = Align::kLeft);
  /// The same, centred vertically too.
  float TextMiddle(Rect area, Type type, Ink ink, std::string_view text,
                   Align align = Align::kCenter);
  /// Text in which the given phrases (substrings) have a highlighter's mark behind them.
  float MarkedText(Rect area, Type type, Ink ink, std::string_view text,
                   const std::vector<std::string>& phrases);
  /// The text of a message in tappable pieces: pieces flow into one another like one text. Returns
  /// the height; `hits` gets the rectangles of each piece (for marks, drawn beneath by `mark`).
  struct Piece {
    std::string id;  ///< Tappable when not empty.
    std::string text;
    Color ground{};     ///< Behind the piece; alpha 0: none.
    Color underline{};  ///< Below the piece; alpha 0: none.
    bool chosen = false;
  };
  struct PiecesResult {
    float height = 0;
    std::optional<std::size_t> tapped;
  };
  PiecesResult Pieces(Rect area, Type type, Ink ink, const std::vector<Piece>& pieces);
  [[nodiscard]] float PiecesHeight(Type type, const std::vector<Piece>& pieces, float width);

  // --- Shapes ---
  void Fill(Rect area, Color color, float radius = 0);
  void FillGradient(Rect area, Color top, Color bottom);
  void Outline(Rect area, Color color, float thickness, float radius);
  void Line(Vec from, Vec to, Color color, float thickness);
  void Circle(Vec center, float radius, Color color);
  void Ring(Vec center, float radius, Color color, float thickness, bool dashed = false);
  void Arc(Vec center, float radius, float from_turn, float until_turn, Color color,
           float thickness);
  void Panel(Rect area, Ground ground, float radius = 36);
  void Icon(std::string_view name, Rect area, Color color);
  /// `alt` goes into the semantic tree; the picture is fitted inside (or, `cover`, fills) the area.
  void Image(Rect area, const Texture& texture, std::string_view alt, bool cover = false,
             float radius = 0);
  void Qr(Rect area, const std::string& text, std::string_view alt);

  // --- Controls: true in the pass that answers the tap ---
  struct ButtonOptions {
    ButtonLook look = ButtonLook::kPrimary;
    std::string_view icon{};
    std::string_view note{};  ///< Second, quieter text.
    bool enabled = true;
    bool chosen = false;
    Type type = Type::kButton;
    Align align = Align::kCenter;
    Role role = Role::kButton;
  };
  bool Button(std::string_view id, Rect area, std::string_view label, const ButtonOptions& options);
  bool Button(std::string_view id, Rect area, std::string_view label) {
    return Button(id, area, label, ButtonOptions{});
  }
  /// Height a button needs so that its label is whole and the target is large enough (20 mm).
  [[nodiscard]] float ButtonHeight(std::string_view label, float width,
                                   const ButtonOptions& options);
  /// Only the answer: the caller paints. The hit area is enlarged to at least 12 mm (`minor`) or
  /// 20 mm and by a margin. `text` is what speech says.
  bool Tap(std::string_view id, Rect area, Role role, std::string_view text, bool chosen = false,
           bool enabled = true);
  [[nodiscard]] bool IsPressed(std::string_view id) const { return touch_.Pressed() == id; }

  // --- Scrolling ---
  /// Everything until EndScroll is moved by its offset, and cut above and below `view`; sideways a
  /// card's shadow may reach out. Returns the area to lay content out in: same x, width and top; as
  /// tall as it likes. Where more follows, it fades into `ground`: kPaper, kCard, kSand, or kNone
  /// for a hard edge.
  Rect BeginScroll(std::string_view id, Rect view, Ground ground = Ground::kPaper);
  /// `content_height` from the view's top. Draws the "more below" and "more above" buttons, so that
  /// nothing needs dragging.
  void EndScroll(float content_height);
  /// To be called in every pass: the view goes to its end whenever what it shows has grown.
  void ScrollToEnd(std::string_view id);

  /// Names a region for speech and tests without painting.
  void Note(std::string_view id, Role role, Rect area, std::string_view text, bool chosen = false);

  /// Textures of icons and shipped pictures, set by the program.
  std::function<Texture(std::string_view name)> find_icon;
  std::function<Texture(std::string_view name)> find_picture;

 private:
  struct ScrollFrame {
    std::string id;
    Rect view;
    Ground ground;
  };
  void DrawParagraph(const assets::Paragraph& paragraph, Vec at, float width, Align align,
                     Color color, assets::Weight weight);
  void DrawGlyph(assets::Weight weight, char32_t codepoint, float size, Vec pen, Color color);
  void AddElement(std::string_view id, Role role, std::string_view text, Rect area, Rect hit,
                  bool enabled, bool chosen, bool clipped);
  void ScrollButtons(const ScrollFrame& frame, float content_height);
  /// A stretch of one line whose code points have the same class.
  struct Run {
    std::size_t line = 0;
    float from = 0, until = 0;
    std::size_t kind = 0;
  };
  [[nodiscard]] static std::vector<Run> FindRuns(const assets::Paragraph& paragraph,
                                                 const std::u32string& source,
                                                 const std::vector<std::size_t>& kinds);
  void PaintButton(Rect area, std::string_view label, const ButtonOptions& options, bool pressed);
  void ButtonText(Rect area, std::string_view label, const ButtonOptions& options, Color color);
  void Shadow(Rect area, float radius);
  [[nodiscard]] assets::Weight WeightOf(Type type) const;
  [[nodiscard]] std::uint32_t Packed(Color color) const;
  [[nodiscard]] Rect Px(Rect area) const;  ///< Design units (in scroll) to pixels.
  [[nodiscard]] Vec PxAt(Vec at) const;

  const assets::Font& font_;
  assets::GlyphCache& glyphs_;
  UiConfig config_;
  Touch touch_;
  ImDrawList* list_ = nullptr;
  float scale_ = 1;
  Rect window_, canvas_;
  double seconds_ = 0;
  Settings settings_;
  Semantics tree_;
  std::vector<HitArea> hits_, shown_hits_;
  std::vector<ScrollArea> scrolls_, shown_scrolls_;
  std::vector<ScrollFrame> scroll_stack_;
  float scroll_y_ = 0;
  std::string answering_;  ///< Id of the tap this pass answers.
  std::string screen_;
  double screen_since_ = -1;
  Rect film_area_{};
  int motion_from_ = 0;  ///< First vertex that comes in softly.
  std::vector<std::string> to_end_;
  std::unordered_map<std::string, assets::Paragraph> paragraphs_;
};

}  // namespace kiosk
