package briefnote.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.namespace.QName;

import org.apache.poi.schemas.ooxml.system.ooxml.TypeSystemHolder;
import org.apache.xmlbeans.SchemaType;
import org.apache.xmlbeans.SchemaTypeLoader;
import org.apache.xmlbeans.XmlBeans;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;

/**
 * Judges every DOCX below a folder by the transitional schemas of ECMA-376, all in one JVM.
 *
 * <p>Usage: {@code java -cp conformance.jar briefnote.conformance.Schemas FOLDER}. It prints a line a
 * fault, and a summary at the end. Exit status: 0 if every part of every file is valid, 1 if one is
 * not or cannot be read, 2 if there is nothing to judge.
 */
public final class Schemas {
    private static final SchemaTypeLoader TYPES =
            XmlBeans.typeLoaderUnion(TypeSystemHolder.typeSystem, XmlBeans.getBuiltinTypeSystem());

    /** What the schemas of the library do not have: the parts that every package has. */
    private static final Set<String> PACKAGE = Set.of(
            "http://schemas.openxmlformats.org/package/2006/content-types",
            "http://schemas.openxmlformats.org/package/2006/relationships",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");

    private static final String ALTERNATIVES = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private Schemas() {}

    /** Judges the folder named by the one argument. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1 || !Files.isDirectory(Path.of(args[0]))) {
            System.err.println("usage: java -cp conformance.jar briefnote.conformance.Schemas FOLDER");
            System.exit(2);
        }
        Path folder = Path.of(args[0]);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(f -> f.toString().endsWith(".docx")).sorted().toList();
        }
        if (files.isEmpty()) {
            System.err.println("no DOCX below " + folder);
            System.exit(2);
        }
        int broken = 0;
        for (Path file : files) {
            List<String> faults = faults(file);
            faults.forEach(fault -> System.out.println("FAIL " + folder.relativize(file) + ": " + fault));
            broken += faults.isEmpty() ? 0 : 1;
        }
        System.out.printf("schemas of ECMA-376: %d files, %d of them not valid%n", files.size(), broken);
        System.exit(broken == 0 ? 0 : 1);
    }

    /** What is wrong with a file. One that cannot be read is a fault too, never an exception. */
    private static List<String> faults(Path file) {
        List<String> faults = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    judge(entry.getName(), in, faults);
                }
            }
        } catch (IOException e) {
            faults.add("cannot be read: " + e.getMessage());
        }
        return faults;
    }

    private static void judge(String part, InputStream in, List<String> faults) throws IOException {
        try {
            XmlObject any = XmlObject.Factory.parse(in, new XmlOptions().setLoadLineNumbers());
            QName root;
            try (XmlCursor c = any.newCursor()) {
                c.toFirstChild();
                root = c.getName();
            }
            if (PACKAGE.contains(root.getNamespaceURI())) {
                return;
            }
            SchemaType type = TYPES.findDocumentType(root);
            if (type == null) {
                faults.add(part + ": no schema has the root element " + root);
                return;
            }
            takeFallbacks(any);
            XmlObject typed = TYPES.parse(any.newXMLStreamReader(), type, new XmlOptions());
            List<XmlError> errors = new ArrayList<>();
            typed.validate(new XmlOptions().setErrorListener(errors));
            errors.forEach(e -> faults.add(part + ": " + path(e) + ": " + e.getMessage()));
        } catch (XmlException e) {
            faults.add(part + ": no XML: " + e.getMessage());
        }
    }

    /** Puts in place of alternatives what is for every program (ECMA-376, Part 3, 7.2). */
    private static void takeFallbacks(XmlObject part) {
        try (XmlCursor c = part.newCursor()) {
            while (!c.isEnddoc()) {
                if (!c.isStart() || !c.getName().equals(new QName(ALTERNATIVES, "AlternateContent"))) {
                    c.toNextToken();
                    continue;
                }
                try (XmlCursor fallback = c.newCursor()) {
                    if (fallback.toChild(ALTERNATIVES, "Fallback")) {
                        fallback.copyXmlContents(c);
                    }
                }
                c.removeXml();
            }
        }
    }

    /** The path of elements to an error. */
    private static String path(XmlError error) {
        StringBuilder out = new StringBuilder();
        if (error.getCursorLocation() != null) {
            try (XmlCursor c = error.getCursorLocation().newCursor()) { // a copy: the error keeps its own
                if (!c.isStart()) {
                    c.toParent();
                }
                while (c.isStart()) {
                    out.insert(0, "/" + c.getName().getLocalPart());
                    if (!c.toParent()) {
                        break;
                    }
                }
            }
        }
        return out.toString();
    }
}
