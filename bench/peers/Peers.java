import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.prop.rng.RngProperty;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.*;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The peers of the validator in one warm JVM: Jing through its API, SchXslt2 on Saxon-HE.
 *
 *   jing SCHEMA ROUNDS LIST                 a line for each file: name, valid or not; lines «#» with the CPU of a round
 *   schematron TRANSPILE.XSL SCH ROUNDS LIST   a line for each failed assertion: file, id or test, location
 *   extract XSLT IN OUT                     one transformation
 */
public final class Peers {
  private static final com.sun.management.OperatingSystemMXBean SYSTEM =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "jing" -> jing(args[1], Integer.parseInt(args[2]), Files.readAllLines(Path.of(args[3])));
      case "schematron" ->
          schematron(args[1], args[2], Integer.parseInt(args[3]), Files.readAllLines(Path.of(args[4])));
      case "extract" -> extract(args[1], args[2], args[3]);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void jing(String schema, int rounds, List<String> files) throws Exception {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new DefaultHandler());
    RngProperty.CHECK_ID_IDREF.add(properties);
    long start = System.nanoTime();
    ValidationDriver driver = new ValidationDriver(properties.toPropertyMap());
    driver.loadSchema(ValidationDriver.fileInputSource(schema));
    System.out.println("#load\t" + (System.nanoTime() - start) / 1e6);
    for (int round = 0; round < rounds; round++) {
      long cpu = SYSTEM.getProcessCpuTime();
      for (String file : files) {
        boolean valid;
        try {
          valid = driver.validate(new InputSource(new File(file).toURI().toString()));
        } catch (Exception fault) {
          valid = false;
        }
        if (round == 0) System.out.println(file + "\t" + valid);
      }
      System.out.println("#round\t" + (SYSTEM.getProcessCpuTime() - cpu) / 1e6);
    }
  }

  private static void schematron(String transpiler, String sch, int rounds, List<String> files)
      throws Exception {
    Processor processor = new Processor(false);
    XsltExecutable transpile =
        processor.newXsltCompiler().compile(new StreamSource(new File(transpiler)));
    XdmDestination made = new XdmDestination();
    Xslt30Transformer transformer = transpile.load30();
    transformer.transform(new StreamSource(new File(sch)), made);
    XsltExecutable rules = processor.newXsltCompiler().compile(made.getXdmNode().asSource());
    XPathCompiler xpath = processor.newXPathCompiler();
    xpath.declareNamespace("svrl", "http://purl.oclc.org/dsdl/svrl");
    XPathExecutable failed =
        xpath.compile(
            "//(svrl:failed-assert|svrl:successful-report)!concat((@id, normalize-space(@test))[1], '\t', @location)");
    for (int round = 0; round < rounds; round++) {
      long cpu = SYSTEM.getProcessCpuTime();
      for (String file : files) {
        try {
          XdmNode document = processor.newDocumentBuilder().build(new File(file));
          XdmDestination svrl = new XdmDestination();
          Xslt30Transformer run = rules.load30();
          run.setGlobalContextItem(document);
          run.applyTemplates(document, svrl);
          XPathSelector selector = failed.load();
          selector.setContextItem(svrl.getXdmNode());
          for (XdmItem item : selector) {
            if (round == 0) System.out.println(file + "\t" + item.getStringValue());
          }
        } catch (SaxonApiException fault) {
          if (round == 0) System.out.println(file + "\t!\t" + String.valueOf(fault.getMessage()).replaceAll("\\s+", " "));
        }
      }
      System.out.println("#round\t" + (SYSTEM.getProcessCpuTime() - cpu) / 1e6);
    }
  }

  private static void extract(String stylesheet, String in, String out) throws Exception {
    Processor processor = new Processor(false);
    Xslt30Transformer run =
        processor.newXsltCompiler().compile(new StreamSource(new File(stylesheet))).load30();
    XdmNode document = processor.newDocumentBuilder().build(new File(in));
    run.setGlobalContextItem(document);
    run.applyTemplates(document, processor.newSerializer(new File(out)));
  }
}
