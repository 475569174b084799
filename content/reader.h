// SPDX-License-Identifier: MIT
#pragma once

// Internal to the library and the pack tool; see json.h.

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/date.h"
#include "content/json.h"
#include "content/limits.h"
#include "content/result.h"
#include "content/text.h"

namespace content {

enum class Need { kRequired, kOptional };

/// What a reading shares among its cursors.
struct ReadContext {
  Problems& problems;  ///< Everything found wrong, in the order of reading.
  /// JSON pointers of unquoted YAML scalars. YAML does not say whether `110` is a text or a number;
  /// we ask the reader: the scalar stays a string unless a number or a truth value is expected
  /// here, and then it is changed in the tree as well. nullptr for JSON, which says it itself.
  const std::set<std::string>* plain = nullptr;
};

/// Adds a problem. `where` is a JSON pointer.
void AddProblem(ReadContext& context, const char* code, std::string where, Text message,
                Text remedy);

/// `pointer` with one more part, escaped as RFC 6901 wants it.
[[nodiscard]] std::string JoinPointer(const std::string& pointer, std::string_view part);

/// `value` for a message: short, and without anything that could disturb a terminal.
[[nodiscard]] std::string QuoteFound(const Json& value);

[[nodiscard]] bool IsId(std::string_view text);        ///< a-z 0-9 _ - . of at most kIdLength
[[nodiscard]] bool IsPackPath(std::string_view path);  ///< Safe relative path, see archive.h.

/// A cursor on one JSON object. Every accessor names a key, takes the value if it is what the
/// format wants and else reports where and why and leaves `out` alone. Finish reports the keys that
/// no accessor asked for.
class Fields {
 public:
  Fields(Json& value, std::string pointer, ReadContext& context);

  [[nodiscard]] bool Has(const char* key) const;
  [[nodiscard]] const std::string& Pointer() const { return pointer_; }
  [[nodiscard]] std::string PointerTo(std::string_view key) const;
  [[nodiscard]] ReadContext& Context() const { return context_; }

  void GetText(const char* key, Text& out, Need need = Need::kRequired,
               std::size_t longest = limits::kTextLength);
  void GetTexts(const char* key, std::vector<Text>& out, std::size_t least, std::size_t most,
                Need need = Need::kRequired);
  /// A line in one language only: a publisher, a telephone number.
  void GetLine(const char* key, std::string& out, Need need = Need::kRequired);
  void GetId(const char* key, std::string& out, Need need = Need::kRequired);
  /// As GetId, and refuses an id that `seen` holds already.
  void GetNewId(const char* key, std::string& out, std::set<std::string>& seen);
  void GetLines(const char* key, std::vector<std::string>& out, std::size_t most, Need need);
  void GetPath(const char* key, std::string& out, Need need = Need::kRequired);
  void GetBool(const char* key, bool& out, Need need = Need::kOptional);
  void GetInt(const char* key, int& out, int least, int most, Need need = Need::kOptional);
  void GetNumber(const char* key, double& out, double least, double most,
                 Need need = Need::kRequired);
  void GetDate(const char* key, std::optional<Date>& out, Need need = Need::kOptional);

  /// One word of `names`, whose order is that of the enumerators of E.
  template <typename E, std::size_t N>
  void GetWord(const char* key, E& out, const char* const (&names)[N],
               Need need = Need::kRequired) {
    const int index = FindWord(key, names, N, need);
    if (index >= 0) out = static_cast<E>(index);
  }

  /// Calls `read` with a Fields on the object under `key`.
  template <typename Read>
  void GetObject(const char* key, Need need, Read read) {
    Json* value = Find(key, need);
    if (value == nullptr) return;
    Fields fields(*value, PointerTo(key), context_);
    read(fields);
    fields.Finish();
  }

  /// Calls `read` with a Fields on each object of the list under `key`.
  template <typename Read>
  void GetEach(const char* key, std::size_t least, std::size_t most, Need need, Read read) {
    Json* list = FindList(key, least, most, need);
    if (list == nullptr) return;
    for (std::size_t i = 0; i < list->size(); ++i) {
      Fields fields((*list)[i], JoinPointer(PointerTo(key), std::to_string(i)), context_);
      read(fields);
      fields.Finish();
    }
  }

  /// Calls `read` with the key and a Fields on each object of the map under `key`.
  template <typename Read>
  void GetMap(const char* key, std::size_t most, Need need, Read read) {
    Json* map = FindMap(key, most, need);
    if (map == nullptr) return;
    for (auto& [name, value] : map->items()) {
      Fields fields(value, JoinPointer(PointerTo(key), name), context_);
      read(name, fields);
      fields.Finish();
    }
  }

  /// The value under `key` as it is, counted as known; nullptr (and a problem) when it is missing.
  [[nodiscard]] Json* Find(const char* key, Need need);
  [[nodiscard]] Json* FindList(const char* key, std::size_t least, std::size_t most, Need need);
  [[nodiscard]] Json* FindMap(const char* key, std::size_t most, Need need);

  /// `below` is empty, a key, or a path of keys such as "nodes/n1/replies/0".
  void ReportAt(std::string_view below, const char* code, Text message, Text remedy) const;
  void Finish();

 private:
  [[nodiscard]] int FindWord(const char* key, const char* const* names, std::size_t count,
                             Need need);

  Json* value_;  ///< nullptr when it is no object; that was reported.
  std::string pointer_;
  ReadContext& context_;
  std::vector<std::string> known_;
};

/// Turns an unquoted YAML scalar into the number or truth value that it spells, if it spells one.
void Retype(Json& value, const std::string& pointer, const ReadContext& context);

/// Whether `points` hold nothing that must not be shown; reports the first that does.
[[nodiscard]] bool CheckCharacters(const std::u32string& points, const std::string& pointer,
                                   ReadContext& context);

// Single values, for lists that are not lists of objects.
[[nodiscard]] bool ReadText(Json& value, const std::string& pointer, std::size_t longest,
                            ReadContext& context, Text& out);
[[nodiscard]] bool ReadLine(Json& value, const std::string& pointer, std::size_t longest,
                            ReadContext& context, std::string& out);
[[nodiscard]] bool ReadNumber(Json& value, const std::string& pointer, double least, double most,
                              ReadContext& context, double& out);

}  // namespace content
