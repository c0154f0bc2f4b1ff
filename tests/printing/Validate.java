// Asks veraPDF whether PDF files conform: java -cp VERAPDF:JAXB Validate.java ua1,2a FILE.pdf …
// Prints one line per file and profile ("ok" or "FAULT"), below it the rules that were broken.
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Validate {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int index = 1; index < arguments.length; index++) {
            for (String profile : arguments[0].split(",")) {
                report(arguments[index], PDFAFlavour.fromString(profile));
            }
        }
    }

    private static void report(String file, PDFAFlavour flavour) throws Exception {
        try (InputStream bytes = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour)) {
            ValidationResult result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
            System.out.println((result.isCompliant() ? "ok " : "FAULT ") + flavour + " " + file);
            TreeSet<String> broken = new TreeSet<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    broken.add(assertion.getRuleId().getClause() + " " + assertion.getMessage());
                }
            }
            broken.forEach(rule -> System.out.println("    " + rule));
        }
    }
}
