package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measure of one's own that the documentation shows compiles, and prints what stands beside it. */
class OwnMeasureTest {
    private static final LocalDate MON_2024_04_01 = LocalDate.of(2024, 4, 1);

    /* Of each area one private law case is closed after 84 days; in the north one after 85; public law does not count. */
    private static Extract extract() {
        Extract.Builder extract =
                Extract.builder().present(ExtractTable.ADVISERS).present(ExtractTable.CHILDREN);
        for (String area : new String[] {"N1", "S1"}) {
            extract.add(Area.builder()
                    .areaCode(new AreaCode(area))
                    .name(area)
                    .region(area)
                    .build());
            add(extract, area, Application.S8_CHILD_ARRANGEMENTS, 84);
        }
        add(extract, "N1", Application.S8_CHILD_ARRANGEMENTS, 85);
        add(extract, "S1", Application.S31_CARE, 85);
        return extract.build();
    }

    private static void add(Extract.Builder extract, String area, Application application, int days) {
        extract.add(ChildrensCase.builder()
                .caseId(new CaseId(area + application.code() + days))
                .law(application.law())
                .application(application)
                .areaCode(new AreaCode(area))
                .receivedOn(MON_2024_04_01)
                .closedOn(MON_2024_04_01.plusDays(days))
                .build());
    }

    @Test
    void exampleCompilesAndPrintsWhatIsShown(@TempDir Path folder) throws Exception {
        MarkdownPage page = MarkdownPage.of("docs/own-measure.md");

        assertThat(JavaExample.printed(page, "OwnMeasure", extract(), folder)).isEqualTo(page.block("text"));
    }
}
