# Read by every script of this folder: a temporary folder that is removed at the end, pinned packages
# in it, and the comparison of what is seen with what was recorded.
#
# Each script runs other people's software on input of its own, without gazette-lint, and prints what it
# saw. Exit codes: 0 as recorded, 1 otherwise, 2 the packages could not be installed.
# Needs python3 (3.11 or later) with venv, and node with npm for the packages of npm.

set -euo pipefail
export LC_ALL=C.UTF-8 PYTHONUTF8=1 PYTHONWARNINGS=ignore TZ=Asia/Shanghai

# shellcheck disable=SC2034 # scripts copy files from here
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python_packages() {
  { python3 -m venv venv && venv/bin/pip install -qq --disable-pip-version-check "$@" >&2; } || exit 2
  export PATH="$folder/venv/bin:$PATH"
  printf '%s\n' "$@"
}

node_packages() {
  npm install --silent --no-audit --no-fund --no-save --prefix "$folder" "$@" >&2 || exit 2
  printf '%s\n' "$@"
}

# as_recorded COMMAND...: runs it, shows its output, and compares that with the record on standard input.
as_recorded() {
  cat > recorded
  "$@" > seen || { echo "the command failed: $*" >&2; exit 1; }
  cat seen
  diff -u recorded seen > changes || { echo 'changed since it was recorded:'; cat changes; exit 1; }
  echo 'as recorded'
}
