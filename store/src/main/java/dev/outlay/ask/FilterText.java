package dev.outlay.ask;

import dev.outlay.ask.Condition.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a filter, word by word. One use each. */
final class FilterText {
  /** Words that are part of the language, so that a value of that name is put in quotes. */
  static final Set<String> WORDS = Set.of("and", "or", "is", "not", "empty");

  private static final Pattern WORD =
      Pattern.compile("\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(!=|!~|=|~|,)|([^\\s\",=~!]+|!))");

  private record Word(String text, boolean quoted, int at) {
    boolean is(String keyword) {
      return !quoted && text.toLowerCase(Locale.ROOT).equals(keyword);
    }
  }

  private final String text;
  private final List<Word> words;
  private int next;

  FilterText(String text) {
    this.text = text;
    this.words = words(text);
  }

  Filter filter() {
    List<List<Condition>> groups = new ArrayList<>();
    groups.add(group());
    while (skip("or")) {
      groups.add(group());
    }
    if (next < words.size()) {
      throw fault("and, or, or the end");
    }
    return new Filter(groups);
  }

  private List<Condition> group() {
    List<Condition> conditions = new ArrayList<>();
    conditions.add(condition());
    while (skip("and")) {
      conditions.add(condition());
    }
    return conditions;
  }

  private Condition condition() {
    String dimension = word("a dimension");
    Test test = test();
    return new Condition(dimension, test, test.hasValues() ? values() : List.of());
  }

  private Test test() {
    if (skip("is")) {
      Test test = skip("not") ? Test.NOT_EMPTY : Test.EMPTY;
      return expect("empty", test);
    }
    for (Test test : Test.values()) {
      if (skip(test.toString())) {
        return test;
      }
    }
    throw fault("=, !=, ~, !~, is empty or is not empty");
  }

  private Test expect(String keyword, Test test) {
    if (!skip(keyword)) {
      throw fault(keyword);
    }
    return test;
  }

  private List<String> values() {
    List<String> values = new ArrayList<>();
    values.add(word("a value"));
    while (skip(",")) {
      values.add(word("a value"));
    }
    return values;
  }

  private String word(String what) {
    if (next == words.size() || !isValue(words.get(next))) {
      throw fault(what);
    }
    return words.get(next++).text;
  }

  private static boolean isValue(Word word) {
    return word.quoted
        || !(WORDS.contains(word.text.toLowerCase(Locale.ROOT))
            || word.text.matches("!=|!~|=|~|,"));
  }

  private boolean skip(String keyword) {
    boolean there = next < words.size() && words.get(next).is(keyword);
    next += there ? 1 : 0;
    return there;
  }

  private AskFault fault(String wanted) {
    String place =
        next < words.size() ? "at " + text.substring(words.get(next).at).strip() : "at its end";
    return new AskFault("the filter \"" + text + "\" needs " + wanted + " " + place);
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    int at = 0;
    while (at < text.length() && !text.substring(at).isBlank()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new AskFault("the filter \"" + text + "\" has a quote that does not end");
      }
      words.add(word(matcher, at));
      at = matcher.end();
    }
    return words;
  }

  private static Word word(Matcher matcher, int at) {
    String quoted = matcher.group(1);
    if (quoted != null) {
      return new Word(quoted.replaceAll("(?s)\\\\(.)", "$1"), true, at);
    }
    return new Word(matcher.group().strip(), false, at);
  }
}
