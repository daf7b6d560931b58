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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.ReportingPeriod;
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
    private static final Pattern CODE = Pattern.compile("\\((\\w+)\\)$");

    @TempDir
    private static Path folder;

    private static final Map<String, Measure> BY_HEADING = new HashMap<>();

    @BeforeAll
    static void writePack() throws IOException {
        SyntheticExtract synthetic = SyntheticExtract.scenario("national-2025").scale(0.05);
        ReportingPeriod year = ReportingPeriod.asAt(synthetic.asAt());
        List<Measure> measures = new ArrayList<>(Measures.all());
        measures.addAll(WorkloadMeasures.all());
        measures.forEach(measure -> BY_HEADING.put(measure.title() + " (" + measure.unit() + ")", measure));
        BoardPack.builder(MetricsEngine.of(synthetic.extract()), year)
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
        int compared = 0;
        for (List<List<String>> rows : tablesOfPage().values()) {
            List<String> headings = rows.get(0);
            for (List<String> row : rows.subList(1, rows.size())) {
                Measure whole = BY_HEADING.get(row.get(0));
                if (whole != null
                        && headings.get(1).equals("Now")
                        && headings.size() > 4
                        && !headings.contains("Why")) {
                    compared += compare(whole, "", row.get(1), values);
                }
                Matcher code = CODE.matcher(row.get(0));
                String area = code.find() ? "area=" + code.group(1) : row.get(0).equals("All") ? "" : null;
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
        assertThat(compared).isGreaterThan(600);
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
