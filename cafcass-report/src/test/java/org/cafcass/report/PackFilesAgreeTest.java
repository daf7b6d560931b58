package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.synthetic.SyntheticExtract;
import org.cafcass.workload.WorkloadMeasures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The files of a pack, read as a reader without this library would, tell the same. */
class PackFilesAgreeTest {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d,]*(\\.\\d+)?");
    private static final Pattern LAW = Pattern.compile(", (public|private) law, variation between areas");
    private static final String TEAM = ", after first hearing, variation between areas";
    private static final Pattern CODE = Pattern.compile("\\((\\w+)\\)$");

    @TempDir
    private static Path folder;

    private static final Map<String, Measure> BY_HEADING = new HashMap<>();

    private static MetricsEngine engine = MetricsEngine.of(Extract.builder().build());

    @BeforeAll
    static void writePack() throws IOException {
        SyntheticExtract synthetic = SyntheticExtract.scenario("national-2025").scale(0.05);
        ReportingPeriod year = ReportingPeriod.asAt(synthetic.asAt());
        List<Measure> measures = new ArrayList<>(Measures.all());
        measures.addAll(WorkloadMeasures.all());
        measures.forEach(measure -> BY_HEADING.put(Shown.named(measure.title(), measure), measure));
        engine = MetricsEngine.of(synthetic.extract());
        BoardPack.builder(engine, year)
                .measures(measures)
                .comparedWith(year.previousYear())
                .build()
                .writeTo(folder);
    }

    private static List<NamedCsvRecord> csv() throws IOException {
        return CsvReader.builder().ofNamedCsvRecord(Files.readString(folder.resolve("figures.csv"))).stream()
                .toList();
    }

    @Test
    void jsonHasTheRowsOfTheCsv() throws IOException {
        List<NamedCsvRecord> rows = csv();
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("figures.json").toFile());

        assertThat(json.size()).isEqualTo(rows.size()).isGreaterThan(5000);
        for (int i = 0; i < rows.size(); i++) {
            NamedCsvRecord row = rows.get(i);
            JsonNode figure = json.get(i);
            for (String text : List.of("measure", "unit", "period_start", "period_end", "status")) {
                assertThat(figure.get(text).asText()).isEqualTo(row.getField(text));
            }
            for (String number : List.of("value", "numerator", "denominator", "lower", "upper")) {
                assertThat(
                                figure.get(number).isNull()
                                        ? ""
                                        : figure.get(number).decimalValue().toPlainString())
                        .isEqualTo(row.getField(number));
            }
            Map<String, String> breakdown = new TreeMap<>();
            figure.get("breakdown")
                    .properties()
                    .forEach(entry -> breakdown.put(
                            entry.getKey(), entry.getValue().asText().replace("%", "%25")));
            assertThat(String.join(
                            ";",
                            breakdown.entrySet().stream()
                                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                                    .toList()))
                    .isEqualTo(row.getField("breakdown"));
        }
    }

    /* By caption, the rows; of each row the cells. */
    private static Map<String, List<List<String>>> tablesOfPage() throws Exception {
        String page = Files.readString(folder.resolve("pack.html"))
                .replace("<!DOCTYPE html>", "")
                .replaceAll("<meta [^>]*>", "")
                .replaceAll("(?s)<style>.*?</style>", "");
        NodeList tables = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)))
                .getElementsByTagName("table");
        Map<String, List<List<String>>> read = new LinkedHashMap<>();
        for (Element table : elements(tables)) {
            String caption =
                    elements(table.getElementsByTagName("caption")).get(0).getTextContent();
            List<List<String>> rows = new ArrayList<>();
            for (Element row : elements(table.getElementsByTagName("tr"))) {
                rows.add(elements(row.getElementsByTagName("*")).stream()
                        .filter(cell -> cell.getTagName().matches("t[hd]"))
                        .map(Element::getTextContent)
                        .toList());
            }
            assertThat(read.put(caption, rows)).as("a second table " + caption).isNull();
        }
        return read;
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static Map<String, List<List<String>>> tablesOfMarkdown() throws IOException {
        Map<String, List<List<String>>> read = new LinkedHashMap<>();
        String heading = "";
        for (String line : Files.readAllLines(folder.resolve("pack.md"))) {
            if (line.startsWith("### ")) {
                heading = line.substring(4).replace("\\", "");
            } else if (line.startsWith("| ") && !line.startsWith("| ---")) {
                read.computeIfAbsent(heading, caption -> new ArrayList<>())
                        .add(List.of(line.substring(2, line.length() - 2)
                                .replace("\\", "")
                                .split(" \\| ", -1)));
            }
        }
        return read;
    }

    private static List<String> numbers(List<String> cells) {
        return NUMBER.matcher(String.join(" ; ", cells).replace("95%", ""))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    @Test
    void markdownHasTheTablesOfThePage() throws Exception {
        Map<String, List<List<String>>> page = tablesOfPage();
        page.keySet().removeIf(caption -> caption.endsWith(": numbers of the chart"));
        Map<String, List<List<String>>> markdown = tablesOfMarkdown();

        assertThat(markdown.keySet()).containsExactlyElementsOf(page.keySet());
        assertThat(page).hasSizeGreaterThan(15);
        page.forEach((caption, rows) -> assertThat(markdown.get(caption).stream()
                        .map(PackFilesAgreeTest::numbers)
                        .toList())
                .as(caption)
                .isEqualTo(rows.stream().map(PackFilesAgreeTest::numbers).toList()));
    }

    @Test
    void pageShowsTheFiguresOfTheCsv() throws Exception {
        Map<String, String> values = new HashMap<>();
        for (NamedCsvRecord row : csv()) {
            if (row.getField("period_end").equals("2025-03-31")
                    && !row.getField("period_start").equals("2023-04-01")) {
                values.put(row.getField("measure") + " " + row.getField("breakdown"), row.getField("value"));
            }
        }
        /* What is charted by area and law, or of a team, is in no file: the engine tells it. */
        engine.figures(
                        BY_HEADING.values(),
                        ReportingPeriod.asAt(LocalDate.of(2025, 3, 31)),
                        List.of(
                                Set.of(BreakdownKey.AREA, BreakdownKey.LAW),
                                Set.of(BreakdownKey.AREA, BreakdownKey.TEAM)))
                .forEach(figure -> values.put(
                        figure.measure().name() + " " + figure.breakdown(),
                        figure.value().isPresent()
                                ? BigDecimal.valueOf(figure.value().getAsDouble())
                                        .toPlainString()
                                : ""));
        int compared = 0;
        for (Map.Entry<String, List<List<String>>> table : tablesOfPage().entrySet()) {
            List<List<String>> rows = table.getValue();
            List<String> headings = rows.get(0);
            Matcher law = LAW.matcher(table.getKey());
            String ofPart = law.find()
                    ? ";law=" + law.group(1)
                    : table.getKey().contains(TEAM) ? ";team=after_first_hearing" : "";
            for (List<String> row : rows.subList(1, rows.size())) {
                Measure whole = BY_HEADING.get(row.get(0));
                if (whole != null
                        && headings.get(1).equals("Now")
                        && headings.size() > 4
                        && !headings.contains("Why")) {
                    compared += compare(whole, "", row.get(1), values);
                }
                Matcher code = CODE.matcher(row.get(0));
                String area = code.find()
                        ? "area=" + code.group(1) + ofPart
                        : row.get(0).equals("All") ? "" : null;
                for (int i = 1; area != null && i < row.size(); i++) {
                    Measure measure = BY_HEADING.get(headings.get(i));
                    if (measure != null
                            && !row.get(i).contains("green")
                            && !row.get(i).matches(".*(amber|red)$")) {
                        compared += compare(measure, area, row.get(i), values);
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(800);
    }

    /** Each point of a trend is the figure of its month, which the engine tells by itself. */
    @Test
    void trendsShowTheFiguresOfTheirMonths() throws Exception {
        int compared = 0;
        for (Map.Entry<String, List<List<String>>> table : tablesOfPage().entrySet()) {
            if (table.getKey().endsWith(" by month: numbers of the chart")) {
                Measure measure = BY_HEADING.get(table.getValue().get(0).get(1));
                for (List<String> row :
                        table.getValue().subList(1, table.getValue().size())) {
                    YearMonth month =
                            YearMonth.parse(row.get(0), DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH));
                    Period days = new Period(month.atDay(1), month.atEndOfMonth());
                    assertThat(row.get(1))
                            .as(measure.name() + " " + month)
                            .isEqualTo(Shown.value(engine.figure(measure, ReportingPeriod.of(days))));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(16 * 20);
    }

    @Test
    void everyMeasureThatIsShownHasItsDefinitionInBoth() throws IOException {
        Set<String> inMarkdown = names(Pattern.compile("^- \\*\\*.*\\*\\* \\(`([a-z0-9-]+)`\\): "), "pack.md");
        Set<String> inPage =
                names(Pattern.compile("<dt id=\"definition-[^>]*>[^<]*<code>([a-z0-9-]+)</code>"), "pack.html");

        assertThat(inMarkdown).isEqualTo(inPage).hasSizeGreaterThan(50).contains("open-cases", "saturation-percent");
        assertThat(Files.readString(folder.resolve("pack.md")))
                .contains("- **Open cases** (`open-cases`): ", "- **Share still open**: ")
                .containsPattern("Working days are Mondays to Fridays .*; no closure days .* were given\\.");
    }

    private static Set<String> names(Pattern definition, String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .flatMap(line -> definition.matcher(line).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int compare(Measure measure, String part, String cell, Map<String, String> values) {
        String value = values.get(measure.name() + " " + part);
        if (value == null || value.isEmpty()) {
            return 0;
        }
        BigDecimal rounded = new BigDecimal(value).setScale(measure.decimals(), RoundingMode.HALF_UP);
        assertThat(cell.split(" ")[0])
                .as(measure.name() + " " + part)
                .isEqualTo(String.format(Locale.ROOT, "%,." + measure.decimals() + "f", rounded));
        return 1;
    }
}
