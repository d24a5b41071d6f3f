package briefnote.conformance;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * What veraPDF says of one file by one flavour.
 *
 * @param flavour the flavour, e.g. PDF/UA-1
 * @param checks how many tests were made
 * @param broken the failed tests of each rule broken; veraPDF stops counting at 100 a rule
 * @param problem why the file could not be judged, or null
 */
record Verdict(PDFAFlavour flavour, int checks, Map<RuleId, List<TestAssertion>> broken, String problem) {
    /** How many places are shown of those where a rule is broken. */
    private static final int SHOWN = 3;

    /** Where veraPDF stops counting. */
    private static final int COUNTED = 100;

    /** Judges a file. A file that is no PDF is a verdict too, never an exception. */
    static Verdict of(Path file, PDFAFlavour flavour) {
        try (InputStream in = Files.newInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            return new Verdict(flavour, result.getTotalAssertions(), failures(result), null);
        } catch (Exception e) {
            return new Verdict(flavour, 0, Map.of(), e.toString());
        }
    }

    private static Map<RuleId, List<TestAssertion>> failures(ValidationResult result) {
        return result.getTestAssertions().stream()
                .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                .collect(Collectors.groupingBy(
                        TestAssertion::getRuleId,
                        () -> new TreeMap<>(Comparator.comparing(RuleId::getClause).thenComparing(RuleId::getTestNumber)),
                        Collectors.toList()));
    }

    /** Whether the file keeps every rule. */
    boolean good() {
        return problem == null && broken.isEmpty() && checks > 0;
    }

    /** The verdict in words, under the name given: one line, and below it the rules broken. */
    String text(Path name) {
        String head = name + " " + (flavour == PDFAFlavour.PDFUA_1 ? "PDF/UA-1" : "PDF/A-2a");
        if (problem != null) {
            return "FAIL " + head + ": cannot be judged: " + problem;
        }
        if (good()) {
            return "ok   " + head + ": " + checks + " checks";
        }
        StringBuilder out = new StringBuilder("FAIL " + head + ": rules broken: " + broken.size());
        broken.forEach((rule, places) -> describe(out, rule, places));
        return out.toString();
    }

    /** A rule as its standard numbers it, e.g. "ISO 14289-1 clause 7.1 test 3". */
    static String label(RuleId rule) {
        return "%s clause %s test %d".formatted(
                rule.getSpecification().getId(), rule.getClause(), rule.getTestNumber());
    }

    private static void describe(StringBuilder out, RuleId rule, List<TestAssertion> places) {
        out.append("%n  %s, %d times%s: %s".formatted(
                label(rule), places.size(), places.size() < COUNTED ? "" : " or more", places.get(0).getMessage()));
        places.stream().limit(SHOWN).forEach(a -> out.append("%n    at %s".formatted(a.getLocation().getContext())));
    }
}
