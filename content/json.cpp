// SPDX-License-Identifier: MIT
#include "content/json.h"

#include <optional>
#include <utility>
#include <vector>

#include "content/limits.h"
#include "content/reader.h"
#include "content/unicode.h"

namespace content {
namespace {

/// Builds the tree from the parser's events and stops at the first breach of a rule. The library's
/// own builder would take the last of two equal keys and any depth.
class TreeBuilder : public nlohmann::json_sax<Json> {
 public:
  Json root;
  std::optional<Error> error;

  bool null() override { return Put(nullptr); }
  bool boolean(bool value) override { return Put(value); }
  bool number_integer(number_integer_t value) override { return Put(value); }
  bool number_unsigned(number_unsigned_t value) override { return Put(value); }
  bool number_float(number_float_t value, const string_t&) override { return Put(value); }
  bool string(string_t& value) override { return Put(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return Open(Json::object()); }
  bool start_array(std::size_t) override { return Open(Json::array()); }
  bool end_object() override { return Close(); }
  bool end_array() override { return Close(); }

  bool key(string_t& name) override {
    if (open_.back()->contains(name)) {
      error = Error{"json.duplicate-key",
                    {"键" + QuoteFound(Json(name)) + "写了两次",
                     "the key " + QuoteFound(Json(name)) + " is written twice"},
                    "",
                    {"只保留一处", "keep one of them"}};
      return false;
    }
    key_ = std::move(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    error = Error{"json.malformed",
                  {"不是合格的JSON", "this is not well-formed JSON"},
                  "byte " + std::to_string(position),
                  {"用maplebridge-pack重新生成", "build it again with maplebridge-pack"}};
    return false;
  }

 private:
  Json* Place(Json value) {
    if (open_.empty()) {
      root = std::move(value);
      return &root;
    }
    Json& parent = *open_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    return &(parent[key_] = std::move(value));
  }

  bool Put(Json value) {
    Place(std::move(value));
    return true;
  }

  bool Open(Json value) {
    if (open_.size() >= static_cast<std::size_t>(limits::kJsonDepth)) {
      error = Error{"json.too-deep",
                    {"嵌套超过" + std::to_string(limits::kJsonDepth) + "层",
                     "nested deeper than " + std::to_string(limits::kJsonDepth) + " levels"},
                    "",
                    {"减少嵌套", "nest less"}};
      return false;
    }
    open_.push_back(Place(std::move(value)));
    return true;
  }

  bool Close() {
    open_.pop_back();
    return true;
  }

  std::vector<Json*> open_;  // An open container never moves: its parent only grows after it.
  string_t key_;
};

}  // namespace

Result<Json> ParseStrictJson(std::string_view text, std::size_t limit) {
  if (text.size() > limit) {
    return tl::unexpected(Error{"json.too-large",
                                {"文件超过" + std::to_string(limit) + "字节",
                                 "the file is larger than " + std::to_string(limit) + " bytes"},
                                "",
                                {"拆成几个条目", "split it into several items"}});
  }
  if (!IsUtf8(text)) {
    return tl::unexpected(
        Error{"json.utf8",
              {"文字不是合格的UTF-8", "its text is not well-formed UTF-8"},
              "",
              {"用maplebridge-pack重新生成", "build it again with maplebridge-pack"}});
  }
  TreeBuilder builder;
  if (!Json::sax_parse(text.begin(), text.end(), &builder) || builder.error) {
    return tl::unexpected(builder.error.value_or(
        Error{"json.malformed", {"不是合格的JSON", "this is not well-formed JSON"}, "", {}}));
  }
  return std::move(builder.root);
}

std::string DumpCanonicalJson(const Json& value) { return value.dump() + "\n"; }

}  // namespace content
