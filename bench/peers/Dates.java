import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.time.TimeAnnotations;
import edu.stanford.nlp.time.TimeAnnotator;
import edu.stanford.nlp.time.TimeExpression;
import edu.stanford.nlp.util.CoreMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Dates by SUTime of Stanford CoreNLP 4.5.7, as stand-off items with the TIMEX3 value. The input is one document a
 * line: source, day or -, both parted by a tab.
 *
 *     java -cp "PEERS/jars/*" bench/peers/Dates.java LIST > sutime.json
 */
public class Dates {
  public static void main(String[] arguments) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,pos");
    properties.setProperty("ssplit.newlineIsSentenceBreak", "two");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    pipeline.addAnnotator(new TimeAnnotator("sutime", new Properties()));
    List<String> documents = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String[] parts = line.split("\t");
      String text = Files.readString(Path.of(parts[0])).replaceFirst("^\ufeff", "").replaceAll("\r\n?", "\n");
      Annotation annotation = new Annotation(text);
      if (!parts[1].equals("-")) annotation.set(CoreAnnotations.DocDateAnnotation.class, parts[1]);
      pipeline.annotate(annotation);
      List<String> items = new ArrayList<>();
      for (CoreMap found : annotation.get(TimeAnnotations.TimexAnnotations.class)) {
        String value = found.get(TimeExpression.Annotation.class).getTemporal().getTimexValue();
        if (value == null) continue;
        int start = found.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class);
        int end = found.get(CoreAnnotations.CharacterOffsetEndAnnotation.class);
        items.add(String.format("{\"kind\":\"date\",\"value\":\"%s\",\"start\":%d,\"end\":%d}",
            value, text.codePointCount(0, start), text.codePointCount(0, end)));
      }
      documents.add(String.format("{\"source\":\"%s\",\"items\":[%s]}", parts[0],
          String.join(",", items)));
    }
    System.out.println("[" + String.join(",\n", documents) + "]");
  }
}
