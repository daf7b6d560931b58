package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void textsAndAttributeValuesAreEscaped() {
        Html html = new Html()
                .begin("p", "title", "\"' onclick=\"x")
                .text("<script>&amp;\u202E")
                .end();

        assertThat(html.markup()).isEqualTo("<p title=\"&quot;&#39; onclick=&quot;x\">&lt;script&gt;&amp;amp;?</p>");
    }

    @Test
    void elementsEndInTheirOrder() {
        Html html = new Html().begin("ul").begin("li").text("a").endLine().end();

        assertThat(html.markup()).isEqualTo("<ul><li>a</li>\n</ul>");
    }

    @Test
    void attributesWithoutANameAreLeftOut() {
        assertThat(new Html().empty("th", "", "number", "scope", "row").markup())
                .isEqualTo("<th scope=\"row\">");
    }

    @Test
    void markupIsWholeOrNone() {
        assertThatThrownBy(() -> new Html().begin("p").markup())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot finish: p has not ended");
    }
}
