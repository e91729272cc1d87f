#!/bin/sh
# Brings the servers that tests of metrics talk to, where they are missing: fetch.sh [FOLDER]
#
# Both come from Debian, by apt's own tools, from the mirror this machine already uses. Nothing is installed and no
# service is started: the packages are unpacked into a folder (~/.cache/outlay-test by default), where the tests find
# the programs. Needs apt-get and dpkg-deb, no root. What is there already is left alone.
set -eu
folder=${1:-${OUTLAY_TEST_SERVERS:-$HOME/.cache/outlay-test}}
command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || {
  echo "fetch.sh: needs apt-get and dpkg-deb; without them the tests of real servers are not run" >&2
  exit 1
}
mkdir -p "$folder"

# The archive this machine's own suite comes from, as "Archive address" of apt's index of sources.
mirror() {
  apt-get indextargets --format '$(SITE) $(COMPONENT) $(ORIGIN) $(LABEL)' 'Created-By: Packages' 2>/dev/null |
    awk '$2 == "main" && $3 == "Debian" && $4 == "Debian" { print $1; exit }'
}

# unpack PROGRAM PACKAGE SUITE: the program of that package of that suite, with lists of its own.
unpack() {
  [ -n "$(find "$folder" -path "*/bin/$1" -type f 2>/dev/null | head -n 1)" ] && return 0
  site=$(mirror)
  [ -n "$site" ] || { echo "fetch.sh: apt knows no Debian archive here; run apt-get update" >&2; return 1; }
  work=$(mktemp -d)
  mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/parts"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $site $3 main" >"$work/sources.list"
  set -- "$1" "$2" "$3" -qq -o "Dir::Etc::SourceList=$work/sources.list" -o "Dir::Etc::SourceParts=$work/parts" \
    -o "Dir::State::Lists=$work/lists" -o "Dir::Cache::Archives=$work/archives" -o "Dir::Cache::pkgcache=" \
    -o "Dir::Cache::srcpkgcache=" -o "APT::Sandbox::User=" -o "Acquire::Languages=none"
  program=$1 package=$2 suite=$3
  shift 3
  (
    cd "$work"
    apt-get "$@" update
    apt-get "$@" download "$package"
    mkdir tree
    dpkg-deb -x "$package"_*.deb tree
  )
  [ -f "$work/tree/usr/bin/$program" ] || { echo "fetch.sh: $package of $suite has no $program" >&2; return 1; }
  rm -rf "${folder:?}/$package"
  mv "$work/tree" "$folder/$package"
  rm -rf "$work"
  echo "$folder/$package/usr/bin/$program"
}

unpack prometheus prometheus bookworm
unpack victoria-metrics victoria-metrics forky
