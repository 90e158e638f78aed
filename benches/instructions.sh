#!/usr/bin/env bash
# Counts the machine instructions of a lookup at run time, and fails above 8.
#
# Compiles `status_info` in release, inside a function of its own, and counts from the beginning
# to the first return. This is the path of a hit, since the compiler puts the miss out of line.
# Without a load by index on that path, the script fails.
set -euo pipefail
cd "$(dirname "$0")/../tests/linkage"

target=$(mktemp -d)
trap 'rm -rf "$target"' EXIT
cargo rustc --quiet --locked --release --lib --target-dir "$target" -- --emit asm -C debuginfo=0

function=$(sed -n '/lookup[A-Za-z0-9_.$]*:/,/func_end/p' "$target"/release/deps/linkage*.s)
hit=$(grep -E '^[[:space:]]+[a-z]' <<<"$function" | sed '/^[[:space:]]*ret/q')
echo "$hit"
count=$(wc -l <<<"$hit")
echo "$count instructions for a hit; at most 8 are allowed"
grep -qE '\(.*,8\)|lsl #?3' <<<"$hit" && [ "$count" -le 8 ]
