package org.cafcass.report;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** Debian's Chromium, driven by its own driver: nothing is downloaded. */
final class Browser implements AutoCloseable {
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final Pattern REQUESTED = Pattern.compile(
            "\"method\":\"Network.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"", Pattern.DOTALL);

    private static final Duration MOST_WAITING = Duration.ofMinutes(1);
    private static final Duration POLLING = Duration.ofMillis(50);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts it; where it is not installed the test is skipped, but fails in the CI. */
    static Browser start() {
        Optional<Path> chromium = installed("chromium");
        Optional<Path> chromedriver = installed("chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            String reason = "no chromium with its chromedriver here (Debian: apt-get install chromium chromium-driver)";
            if ("true".equals(System.getenv("CI"))) {
                fail(reason);
            }
            abort(reason);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-dev-shm-usage",
                "--disable-sync");
        options.setCapability("goog:loggingPrefs", Map.of(LogType.PERFORMANCE, "ALL"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
        return new Browser(driver);
    }

    private static Optional<Path> installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a page in a window of some width. */
    void open(Path page, int width) {
        command("Emulation.setEmulatedMedia", Map.of("media", ""));
        resize(width);
        driver.get(page.toUri().toString());
        waitUntilLoaded(page.toUri().toString());
    }

    /* Without scripts the driver comes back before the page is there. */
    private void waitUntilLoaded(String address) {
        long deadline = System.nanoTime() + MOST_WAITING.toNanos();
        while (!Boolean.TRUE.equals(
                run("return document.URL === arguments[0] && document.readyState === 'complete'", address))) {
            if (System.nanoTime() > deadline) {
                fail(address + " was not loaded within " + MOST_WAITING);
            }
            LockSupport.parkNanos(POLLING.toNanos());
        }
    }

    /** Unfolds every folded part. */
    void unfold() {
        run("document.querySelectorAll('details').forEach(details => details.open = true)");
    }

    /** Unfolds the first folded table, and the numbers of the first chart: the others are alike. */
    void unfoldOneOfAKind() {
        run("['details.folded', 'figure details'].forEach(kind => {"
                + " const first = document.querySelector(kind); if (first) first.open = true; })");
    }

    /** What the page's print would be laid out like on paper of some width. */
    void layOutForPrint(int width) {
        command("Emulation.setEmulatedMedia", Map.of("media", "print"));
        resize(width);
    }

    private void resize(int width) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    void withoutScripts() {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    private Map<String, Object> command(String name, Map<String, Object> parameters) {
        return driver.executeCdpCommand(name, parameters);
    }

    /** What a script gives. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The texts that a script gives. */
    @SuppressWarnings("unchecked")
    List<String> texts(String script) {
        return (List<String>) driver.executeScript(script);
    }

    /** What axe-core finds against the rules of WCAG 2.2 AA and good practice, each with its rule's name first. */
    @SuppressWarnings("unchecked")
    List<String> violations() {
        driver.executeScript(resource(AXE));
        return (List<String>) driver.executeAsyncScript("""
                const [done] = arguments;
                const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
                axe.run(document, {runOnly: rules, resultTypes: ['violations']})
                  .then(found => done(found.violations.map(rule => rule.id + ': ' + rule.nodes.length + ' such as '
                      + rule.nodes[0].html.slice(0, 300) + ' ' + rule.nodes[0].failureSummary)));
                """);
    }

    /** The page as PDF, on the paper that it asks for itself. */
    String pdf() {
        Object data = command("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true))
                .get("data");
        return new String(Base64.getDecoder().decode(String.valueOf(data)), StandardCharsets.ISO_8859_1);
    }

    /** What the page has asked for since the last call. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .flatMap(entry -> REQUESTED.matcher(entry.getMessage()).results())
                .map(match -> match.group(1))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String resource(String name) {
        try (InputStream resource = Browser.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
