#!/usr/bin/env bash
# Makes sure there is a Chromium for the browser tests: one that is here, else Debian's package
# (as root), else the one that Playwright brings. Fails if there is none in the end.
set -euo pipefail

if python -m tests.browser.chromium >/dev/null 2>&1; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium from Debian's packages"
  export DEBIAN_FRONTEND=noninteractive
  if apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; then
    python -m tests.browser.chromium && exit 0
  fi
fi
echo "Installing the Chromium of Playwright"
python -m playwright install chromium
python -m tests.browser.chromium
