import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.CoreEntityMention;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Names by the three English classifiers of Stanford CoreNLP 4.5.7 (CRF), without its lists of titles and countries,
 * as stand-off items. The input is one document a line: source, day or -, both parted by a tab.
 *
 *     java -Xmx3g -cp "PEERS/jars/*" bench/peers/Names.java LIST > corenlp.json
 */
public class Names {
  private static final Map<String, String> TYPES =
      Map.of("PERSON", "person", "ORGANIZATION", "org", "LOCATION", "place");

  public static void main(String[] arguments) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,pos,lemma,ner");
    properties.setProperty("ssplit.newlineIsSentenceBreak", "two");
    properties.setProperty("ner.applyFineGrained", "false");
    properties.setProperty("ner.applyNumericClassifiers", "false");
    properties.setProperty("ner.useSUTime", "false");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    List<String> documents = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String source = line.split("\t")[0];
      String text = Files.readString(Path.of(source)).replaceFirst("^\ufeff", "").replaceAll("\r\n?", "\n");
      CoreDocument document = new CoreDocument(text);
      pipeline.annotate(document);
      List<String> items = new ArrayList<>();
      for (CoreEntityMention found : document.entityMentions()) {
        String type = TYPES.get(found.entityType());
        if (type == null) continue;
        items.add(String.format("{\"kind\":\"name\",\"value\":\"%s\",\"start\":%d,\"end\":%d}", type,
            text.codePointCount(0, found.charOffsets().first()),
            text.codePointCount(0, found.charOffsets().second())));
      }
      documents.add(String.format("{\"source\":\"%s\",\"items\":[%s]}", source, String.join(",", items)));
    }
    System.out.println("[" + String.join(",\n", documents) + "]");
  }
}
