# Sourced by ./outlay, ./test and .ci/run: find_jdk sets $jdk to the folder of a JDK 25, or leaves with 2.
# Only `release` files are read: starting a JVM to ask its version would take longer than most commands.

resolve() { # file → $resolved, symbolic links followed
  resolved=$1
  while [ -L "$resolved" ]; do
    link=$(readlink "$resolved")
    case $link in
      /*) resolved=$link ;;
      *) resolved=${resolved%/*}/$link ;;
    esac
  done
}

is_jdk_25() { # folder
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in JAVA_VERSION=\"25\"* | JAVA_VERSION=\"25.*) return 0 ;; esac
  done <"$1/release"
  return 1
}

first_jdk_25() { # folders → $jdk
  for jdk in "$@"; do
    if is_jdk_25 "$jdk"; then return 0; fi
  done
  return 1
}

jdk_of_path() { # the JDK whose java is on the PATH → $path_jdk, or empty
  path_jdk=
  java=$(command -v java) || return 0
  resolve "$java"
  path_jdk=${resolved%/bin/java}
}

jdk_of_usual_places() {
  # OUTLAY_JDKS stands in for all of them: a folder of JDKs somewhere else, or an empty one in a test.
  if [ -n "${OUTLAY_JDKS:-}" ]; then
    first_jdk_25 "$OUTLAY_JDKS"/*
    return
  fi
  user=${HOME:-/nowhere}
  first_jdk_25 /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/* /opt/*/* \
    "$user"/.sdkman/candidates/java/* "$user"/.jdks/* \
    "$user"/.local/share/mise/installs/java/* "$user"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$user"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
}

find_jdk() {
  if [ -n "${OUTLAY_JAVA_HOME:-}" ]; then
    first_jdk_25 "$OUTLAY_JAVA_HOME" && return 0
    echo "outlay: OUTLAY_JAVA_HOME is $OUTLAY_JAVA_HOME, which is not a JDK 25." >&2
    exit 2
  fi
  first_jdk_25 "${JAVA_HOME:-}" && return 0
  jdk_of_path
  first_jdk_25 "$path_jdk" && return 0
  jdk_of_usual_places && return 0
  echo "outlay: no JDK 25 was found. Install one (https://adoptium.net, or a package such as" \
    "openjdk-25-jdk), or name its folder in OUTLAY_JAVA_HOME." >&2
  exit 2
}

need_maven() { # what for
  command -v mvn >/dev/null && return 0
  echo "outlay: Maven is needed $1, and mvn is not on the PATH. Install it (https://maven.apache.org," \
    "or a package such as maven) and run the same command again." >&2
  exit 2
}

need_node() { # what for
  command -v node >/dev/null && command -v npm >/dev/null && return 0
  echo "outlay: Node 20 or newer and npm are needed $1, and node or npm is not on the PATH. Install them" \
    "(https://nodejs.org, or packages such as nodejs and npm) and run the same command again." >&2
  exit 2
}
