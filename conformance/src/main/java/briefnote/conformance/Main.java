package briefnote.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/**
 * Judges every PDF below a folder by PDF/UA-1 and PDF/A-2a, all in one JVM.
 *
 * <p>Usage: {@code java -jar conformance.jar FOLDER}. It prints a line a file and flavour, the rules
 * broken below it, and a summary at the end. Exit status: 0 if every file keeps every rule, 1 if one
 * does not or cannot be read as a PDF, 2 if there is nothing to judge.
 */
public final class Main {
    private static final List<PDFAFlavour> FLAVOURS = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A);

    private Main() {}

    /** Judges the folder named by the one argument. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1 || !Files.isDirectory(Path.of(args[0]))) {
            System.err.println("usage: java -jar conformance.jar FOLDER");
            System.exit(2);
        }
        Path folder = Path.of(args[0]);
        List<Path> files = pdfs(folder);
        if (files.isEmpty()) {
            System.err.println("no PDF below " + folder);
            System.exit(2);
        }
        System.exit(judge(folder, files) == 0 ? 0 : 1);
    }

    private static List<Path> pdfs(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().endsWith(".pdf")).sorted().toList();
        }
    }

    /** Prints a verdict a file and flavour, and returns how many files break a rule. */
    private static int judge(Path folder, List<Path> files) {
        // What veraPDF logs it also reports as a broken rule, or throws.
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        int broken = 0;
        Map<String, Integer> rules = new TreeMap<>();
        for (Path file : files) {
            boolean good = true;
            for (PDFAFlavour flavour : FLAVOURS) {
                Verdict verdict = Verdict.of(file, flavour);
                System.out.println(verdict.text(folder.relativize(file)));
                good &= verdict.good();
                verdict.broken().keySet().forEach(rule -> rules.merge(Verdict.label(rule), 1, Integer::sum));
            }
            broken += good ? 0 : 1;
        }
        rules.forEach((rule, count) -> System.out.printf("%s is broken in %d files%n", rule, count));
        System.out.printf("veraPDF: %d files, %d of them break a rule of PDF/UA-1 or PDF/A-2a%n", files.size(), broken);
        return broken;
    }
}
