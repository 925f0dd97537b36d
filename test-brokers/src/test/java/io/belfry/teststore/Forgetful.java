package io.belfry.teststore;

/** A program that starts a server and leaves everything to others. */
final class Forgetful {

  private Forgetful() {}

  public static void main(String[] arguments) throws Exception {
    TestPostgres server = TestPostgres.startNew();
    System.out.println(server.handle().orElseThrow().pid() + " " + server.files());
    if (arguments[0].equals("stay")) {
      // Until somebody ends it.
      System.in.read();
    }
    System.exit(0);
  }
}
