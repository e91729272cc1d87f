package dev.outlay.destinations.kafka;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.InvalidTxnTimeoutException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * What Kafka said, in our words: its own text is kept for {@code --debug}.
 *
 * @param came what it answered
 * @param advice what to do about it
 */
record Words(String came, String advice) {
  private static final String AGAIN = "Nothing is lost: the next run goes on where this one ended.";

  static Words of(Throwable e) {
    Throwable reason = reason(e);
    return switch (reason) {
      case InterruptedException _ -> interrupted();
      case InterruptException _ -> interrupted();
      case ClosedByInterruptException _ -> interrupted();
      case IOException _ ->
          new Words("rows could not be put aside", "Make room in the folder for temporary files.");
      case IllegalStateException _ -> closed();
      case WakeupException _ -> closed();
      case ConfigException _ ->
          new Words("no broker has that name", "See the hosts in the address.");
      case ApiException api -> of(api);
      default -> other(reason);
    };
  }

  private static Words of(ApiException e) {
    return switch (e) {
      case SslAuthenticationException _ ->
          new Words(
              "its certificate is not trusted, or it does not speak TLS",
              "See security_protocol, and kafka.ssl.truststore.location for a certificate of your"
                  + " own.");
      case AuthenticationException _ ->
          new Words("it refused the login", "See sasl_username, sasl_password and sasl_mechanism.");
      case TopicAuthorizationException topics ->
          new Words(
              "the user may not use " + named(topics),
              "Allow CREATE, DESCRIBE, READ and WRITE on the topics of this prefix.");
      case TransactionalIdAuthorizationException _ ->
          new Words(
              "the user may not use our transactional id",
              "Allow DESCRIBE and WRITE on transactional ids that begin with outlay.");
      case ClusterAuthorizationException _ ->
          new Words("the user may not make topics", "Allow CREATE, or make the topics yourself.");
      case RecordTooLargeException _ ->
          new Words(
              "a row is larger than it takes",
              "Raise max.message.bytes of the topic, and kafka.max.request.size in the address.");
      case InvalidTxnTimeoutException _ ->
          new Words(
              "it allows no transaction as long as this load may take",
              "Raise transaction.max.timeout.ms of the brokers, or set"
                  + " kafka.transaction.timeout.ms.");
      case ProducerFencedException _ -> fenced();
      case InvalidProducerEpochException _ -> fenced();
      case InvalidReplicationFactorException _ ->
          new Words("it has fewer brokers than copies were wanted", "Set replication lower.");
      case InvalidTopicException _ ->
          new Words("it takes no topic of that name", "Choose another topic_prefix.");
      case PolicyViolationException _ ->
          new Words("its policy forbids such a topic", "Make the topics yourself, compacted.");
      case NotEnoughReplicasException _ ->
          new Words("too few of its brokers are in step to keep rows safely", AGAIN);
      case UnknownTopicOrPartitionException _ -> new Words("a topic is not there any more", AGAIN);
      case TimeoutException _ -> away();
      case DisconnectException _ -> away();
      default -> other(e);
    };
  }

  private static String named(TopicAuthorizationException e) {
    return e.unauthorizedTopics().isEmpty()
        ? "a topic of this prefix"
        : String.join(", ", new TreeSet<>(e.unauthorizedTopics()));
  }

  private static Words away() {
    return new Words(
        "it cannot be reached, or does not answer",
        "See host, port and security_protocol, and that it runs. " + AGAIN);
  }

  private static Words fenced() {
    return new Words(
        "another writer has taken this table over, and nothing of this load was kept",
        "Let one program pass these rows on. " + AGAIN);
  }

  private static Words closed() {
    return new Words("it is closed", "Open it again.");
  }

  private static Words interrupted() {
    return new Words("it was interrupted", "Nothing of this load was kept.");
  }

  private static Words other(Throwable e) {
    return new Words(
        "it answered with " + e.getClass().getSimpleName(),
        "Use --debug to see what it said. " + AGAIN);
  }

  /** The innermost that Kafka has a name for. */
  private static Throwable reason(Throwable e) {
    return Stream.iterate(e, each -> each != null, Throwable::getCause)
        .filter(each -> each instanceof ApiException || each instanceof ConfigException)
        .reduce((_, inner) -> inner)
        .orElse(e);
  }
}
