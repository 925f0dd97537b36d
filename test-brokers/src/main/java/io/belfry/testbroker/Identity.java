package io.belfry.testbroker;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key, and the certificate that says whose it is. */
record Identity(PrivateKey key, X509Certificate certificate) {

  /** The clocks of one machine may differ a little, say in a container. */
  private static final Duration BEFORE = Duration.ofHours(1);

  private static final Duration AFTER = Duration.ofDays(2);
  private static final AtomicLong SERIAL = new AtomicLong(System.nanoTime());

  /** An extension of a certificate. */
  @FunctionalInterface
  private interface Extending {
    void extend(X509v3CertificateBuilder certificate) throws IOException;
  }

  /** Who signs the others, and itself. */
  static Identity authority() throws IOException, GeneralSecurityException {
    KeyPair keys = keys();
    X500Principal name = named("authority");
    return new Identity(
        keys.getPrivate(),
        signed(
            name,
            keys.getPrivate(),
            name,
            keys,
            certificate -> certificate.addExtension(
                Extension.basicConstraints, true, new BasicConstraints(true))));
  }

  /** A server on this machine. */
  Identity server() throws IOException, GeneralSecurityException {
    GeneralNames here = new GeneralNames(new GeneralName[] {
      new GeneralName(GeneralName.dNSName, "localhost"),
      new GeneralName(GeneralName.iPAddress, "127.0.0.1")
    });
    return issued(
        "server",
        certificate -> certificate.addExtension(Extension.subjectAlternativeName, false, here));
  }

  /** Somebody who connects. */
  Identity client() throws IOException, GeneralSecurityException {
    return issued(
        "client",
        certificate -> certificate.addExtension(
            Extension.extendedKeyUsage,
            false,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)));
  }

  private Identity issued(String name, Extending extension)
      throws IOException, GeneralSecurityException {
    KeyPair keys = keys();
    X509Certificate issued =
        signed(certificate.getSubjectX500Principal(), key, named(name), keys, extension);
    return new Identity(keys.getPrivate(), issued);
  }

  private static X509Certificate signed(
      X500Principal issuer,
      PrivateKey issuersKey,
      X500Principal subject,
      KeyPair keys,
      Extending extension)
      throws IOException, GeneralSecurityException {
    Instant now = Instant.now();
    X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
        issuer,
        BigInteger.valueOf(SERIAL.incrementAndGet()).abs(),
        Date.from(now.minus(BEFORE)),
        Date.from(now.plus(AFTER)),
        subject,
        keys.getPublic());
    extension.extend(certificate);
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuersKey)));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private static X500Principal named(String name) {
    return new X500Principal("CN=" + name);
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
