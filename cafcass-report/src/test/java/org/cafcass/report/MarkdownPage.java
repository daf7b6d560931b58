package org.cafcass.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A page of the documentation, whose examples the tests run. */
record MarkdownPage(String text) {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    static MarkdownPage of(String file) throws IOException {
        return new MarkdownPage(Files.readString(ROOT.resolve(file)));
    }

    /** The text of the first block of code in a language. */
    String block(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .findFirst()
                .orElseThrow();
    }
}
