package org.cafcass.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** HTML in the making, SVG in it too: every text and attribute value is escaped, every element ended in its order. */
final class Html {
    private final StringBuilder markup = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element; attributes are names and values in turn, an attribute with an empty name is left out. */
    Html begin(String element, String... attributes) {
        tag(element, attributes);
        open.push(element);
        return this;
    }

    /** Ends the element begun last. */
    Html end() {
        markup.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Ends the element begun last, and its line. */
    Html endLine() {
        return end().line();
    }

    /** An element that has no content. */
    Html empty(String element, String... attributes) {
        tag(element, attributes);
        return this;
    }

    /** An element that has a text. */
    Html element(String element, String text, String... attributes) {
        return begin(element, attributes).text(text).end();
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    Html line() {
        markup.append('\n');
        return this;
    }

    /** Markup of our own, as it is. */
    Html raw(String own) {
        markup.append(own);
        return this;
    }

    /** The markup, all of its elements ended. */
    String markup() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Cannot finish: " + open.peek() + " has not ended");
        }
        return markup.toString();
    }

    private void tag(String element, String... attributes) {
        markup.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i].isEmpty()) {
                markup.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                markup.append('"');
            }
        }
        markup.append('>');
    }

    private void escape(String text) {
        String seen = Shown.onOneLine(text);
        for (int i = 0; i < seen.length(); i++) {
            char c = seen.charAt(i);
            switch (c) {
                case '&' -> markup.append("&amp;");
                case '<' -> markup.append("&lt;");
                case '>' -> markup.append("&gt;");
                case '"' -> markup.append("&quot;");
                case '\'' -> markup.append("&#39;");
                default -> markup.append(c);
            }
        }
    }
}
