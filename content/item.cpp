// SPDX-License-Identifier: MIT
#include "content/item.h"

#include <array>
#include <type_traits>
#include <utility>

#include "content/item_parsers.h"
#include "content/unicode.h"

namespace content {
namespace {

static_assert(std::variant_size_v<Body> == std::size(kKindNames));
static_assert(
    std::is_same_v<std::variant_alternative_t<static_cast<std::size_t>(Kind::kScenario), Body>,
                   Scenario>);

template <std::size_t... I>
Body MakeBody(Kind kind, std::index_sequence<I...>) {
  using Make = Body (*)();
  constexpr std::array<Make, sizeof...(I)> kMakers = {
      +[]() { return Body(std::in_place_index<I>); }...};
  return kMakers[static_cast<std::size_t>(kind)]();
}

}  // namespace

Item ReadItem(Json& tree, ReadContext& context) {
  Item item;
  const std::size_t before = context.problems.size();
  Fields fields(tree, "", context);
  ReadEnvelope(fields, item.envelope);
  for (std::size_t i = before; i < context.problems.size(); ++i) {
    // Without a kind nothing can be said about the keys of its body.
    if (!fields.Has("kind") || context.problems[i].where == "/kind") return item;
  }
  item.body = MakeBody(item.envelope.kind, std::make_index_sequence<std::variant_size_v<Body>>());
  std::visit([&](auto& body) { ReadBody(fields, item.envelope, body); }, item.body);
  fields.Finish();
  return item;
}

Result<Item> ParseItem(std::string_view json) {
  auto tree = ParseStrictJson(json, limits::kItemBytes);
  if (!tree) return tl::unexpected(std::move(tree.error()));
  Problems problems;
  ReadContext context{problems, nullptr};
  Item item = ReadItem(*tree, context);
  if (problems.empty()) return item;
  problems.front().where = ShowPlain(problems.front().where);  // a stranger's keys may be in it
  return tl::unexpected(std::move(problems.front()));
}

Problems FindItemProblems(std::string_view json) {
  auto tree = ParseStrictJson(json, limits::kItemBytes);
  if (!tree) return {std::move(tree.error())};
  Problems problems;
  ReadContext context{problems, nullptr};
  static_cast<void>(ReadItem(*tree, context));
  return problems;
}

}  // namespace content
