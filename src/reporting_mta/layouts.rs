//! The sentences by which programs give themselves away, and the words for delayed, final and delivered; a row each.

use memchr::memmem::Finder;
use once_cell::sync::Lazy;

use super::additions::SENTENCES;
use crate::bounce::Outcome;
use crate::pieces;
use crate::rule::{Index, PhraseSet};

/// What a sentence tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tells {
    /// A writer; its notices are failures unless they also say that they are not.
    Writer,
    /// A writer, if other marks tell of one: everyday words.
    Hint,
    /// The mail is still being tried.
    Delayed,
    /// The trying is over.
    Final,
    /// The trying is over, even where the report's fields say that it is not.
    Over,
    /// It arrived.
    Delivered,
    /// A writer's heading above what only administrators need.
    Administrators,
    /// A writer tells administrators what went on between it and others: nobody's mail came back.
    Log,
}

struct Row(&'static str, &'static str, Tells);

use Tells::{Administrators, Delayed, Delivered, Final, Hint, Log, Over, Writer};

/// Writer, sentence (folded), what it tells. Sentences are long enough that ordinary mail does not hold them.
static ROWS: &[Row] = &[
    // Unix mail systems.
    Row("postfix", "this is the mail system at host", Writer),
    Row("postfix", "this is the postfix program at host", Writer),
    Row("postfix", "be delivered to one or more recipients. it's attached", Final),
    Row("postfix", "be delivered to one or more recipients. the problem report", Final),
    Row("postfix", "be delivered to one or more destinations", Final),
    Row("postfix", "for other details, see the local mail logfile", Log),
    Row("qmail", "this is the qmail-send program at", Writer),
    Row("qmail", "i'm afraid i wasn't able to deliver your message to the following address", Writer),
    Row("qmail", "i wasn't able to deliver your message to the following address", Writer),
    Row("qmail", "i'm sorry to have to inform you that", Writer),
    Row("qmail", "this is the machine generated message from mail service", Writer),
    Row("qmail", "your mail message to the following address(es) could not be delivered", Writer),
    Row("qmail", "unfortunately, your mail was not delivered to the following address", Writer),
    Row("qmail", "i tried to deliver a bounce message to this address, but the bounce bounced", Writer),
    Row("qmail", "we're sorry. there's a problem with the mail address(es) listed below", Writer),
    Row("qmail", "unable to deliver message to the following address", Writer),
    Row("messagelabs", "this is the mail delivery agent at messagelabs.com", Writer),
    Row("exim", "this message was created automatically by mail delivery software", Writer),
    Row("exim", "a message that you sent could not be delivered to one or more of its recipients", Writer),
    Row("exim", "a message that you sent has not yet been delivered to one or more of its recipients", Delayed),
    Row("exim", "a message that you sent could not be delivered to all of its recipients", Writer),
    Row("exim", "the following address(es) failed", Writer),
    Row("exim", "the following addresses failed", Writer),
    Row("exim", "error in forwarding or filtering", Writer),
    Row("exim", "the following address(es) have yet to be delivered", Log),
    Row("sendmail", "the following addresses had permanent fatal errors", Writer),
    Row("sendmail", "the following addresses had permanent delivery errors", Writer),
    Row("sendmail", "the following addresses had delivery problems", Writer),
    Row("sendmail", "the following addresses had delivery errors", Writer),
    Row("sendmail", "the following addresses had transient non-fatal errors", Delayed),
    Row("sendmail", "the following addresses had successful delivery notifications", Delivered),
    Row("sendmail", "the following addresses have delivery notifications", Delivered),
    Row("sendmail", "- transcript of session follows -", Writer),
    Row("sendmail", "the original message was received at", Writer),
    Row("courier", "this is a delivery status notification from", Writer),
    Row("courier", "running the courier mail server", Writer),
    Row("courier", "could not be delivered yet, and will be tried again", Delayed),
    Row("courier", "your message to the following recipients cannot be delivered", Final),
    Row("courier", "you requested a delivery acknowledgement (a return receipt)", Delivered),
    Row("courier", "your mail requested a delivery notice/return receipt", Delivered),
    Row("opensmtpd", "an error has occurred while attempting to deliver a message", Writer),
    Row("opensmtpd", "this is the mailer-daemon, please do not reply to this mail", Writer),
    Row("opensmtpd", "a message is delayed for more than", Delayed),
    Row("opensmtpd", "your message was relayed to these recipients", Delivered),
    Row("opensmtpd", "your message was successfully delivered to these recipients", Delivered),
    Row("dma", "this is the dragonfly mail agent", Writer),
    // It writes only when it has given up, though its words may promise another notice.
    Row("nullmailer", "this is the nullmailer delivery system", Over),
    Row("dovecot", "was automatically rejected:", Writer),
    Row("haraka", "this is the haraka mailer program at", Writer),
    Row("james", "this is the james mail server at", Writer),
    Row("xmail", "the reason of the delivery failure was", Writer),
    Row("smail", "message log follows", Writer),
    Row("smail", "failed addresses follow", Writer),
    Row("netscape", "this message was undeliverable due to the following reason", Writer),
    Row("netscape", "this message was undeliverable for the following reason", Writer),
    // Groupware.
    Row("exchange", "did not reach the following recipient(s)", Writer),
    Row("exchange", "did not reach some or all of the intended recipients", Writer),
    Row("exchange", "the following recipient(s) could not be reached", Writer),
    Row("exchange", "the following recipient(s) cannot be reached", Writer),
    Row("exchange", "delivery to the following recipients failed", Writer),
    Row("exchange", "delivery to the following recipients has been delayed", Delayed),
    Row("exchange", "this is an automatically generated delivery status notification", Writer),
    Row("exchange", "delivery has failed to these recipients", Final),
    Row("exchange", "delivery has failed to the following recipient", Final),
    Row("exchange", "delivery is delayed to these recipients", Delayed),
    Row("exchange", "livrarea nu a reușit către acești destinatari", Final),
    Row("exchange", "η παράδοση απέτυχε σε αυτούσ τουσ παραλήπτεσ", Final),
    Row("exchange", "не вдалося доставити повідомлення таким одержувачам", Final),
    Row("exchange", "remote server returned '", Writer),
    Row("exchange", "resolver.adr.", Hint),
    Row("exchange", "resolver.rst.", Hint),
    Row("exchange", "diagnostic information for administrators", Administrators),
    Row("exchange", "diagnoseinformationen für administratoren", Administrators),
    Row("exchange", "informations de diagnostic pour les administrateurs", Administrators),
    Row("exchange", "información de diagnóstico para los administradores", Administrators),
    Row("exchange", "informazioni di diagnostica per gli amministratori", Administrators),
    Row("exchange", "informações de diagnóstico para administradores", Administrators),
    Row("exchange", "管理者向けの診断情報", Administrators),
    Row("exchange", "your message has been delivered to the following recipients", Delivered),
    Row("hmailserver", "your message did not reach some or all of the intended recipients", Writer),
    Row("domino", "was not delivered to", Hint),
    Row("domino", "次のメッセージは配信されませんでした", Hint),
    Row("notes", "failure reasons", Hint),
    Row("groupwise", "the message that you sent was undeliverable to the following", Writer),
    Row("groupwise", "the attached file had the following undeliverable recipient", Writer),
    Row("sun-messaging", "this report relates to a message you sent with the following header fields", Writer),
    Row("sun-messaging", "your message cannot be delivered to the following recipients", Writer),
    Row("imail", "undeliverable to", Hint),
    Row("imail", "invalid final delivery userid", Writer),
    Row("imail", "user mailbox exceeds allowed size", Writer),
    Row("imail", "unknown user:", Hint),
    Row("imail", "delivery failed", Hint),
    Row("mdaemon", "the following data may contain sections which", Writer),
    Row("communigate", "failed to deliver to '", Writer),
    // Providers.
    Row("gmail", "delivery to the following recipient failed permanently", Final),
    Row("gmail", "delivery to the following recipients failed permanently", Final),
    Row("gmail", "delivery to the following recipient has been delayed", Delayed),
    Row("gmail", "technical details of permanent failure", Writer),
    Row("gmail", "technical details of temporary failure", Delayed),
    Row("gmail", "your message wasn't delivered to", Writer),
    Row("gmail", "there was a problem delivering your message to", Writer),
    Row("gmail", "there was a temporary problem while delivering your message to", Delayed),
    Row("google-groups", "we're writing to let you know that the group you tried to contact", Writer),
    Row("google-groups", "連絡しようとしたグループ", Writer),
    Row("yahoo", "we were unable to deliver your message to the following address", Writer),
    Row("yahoo", "message from yahoo.", Writer),
    Row("mail-ru", "письмо, отправленное вами, не может быть доставлено", Writer),
    Row("mail-ru", "это письмо создано автоматически", Writer),
    Row("yandex", "это письмо отправлено почтовым сервером", Writer),
    Row(
        "zoho",
        "this message was created automatically by mail delivery software. a message that you sent could not be delivered",
        Writer,
    ),
    Row("verizon", "message could not be delivered to mobile", Writer),
    Row("verizon", "error: message could not be delivered", Writer),
    Row("verizon", "error: invalid user address", Writer),
    Row("facebook", "this message was created automatically by facebook", Writer),
    Row("ezweb", "each of the following recipients was rejected by a remote mail server", Writer),
    Row("ezweb", "the user(s) account is disabled", Writer),
    Row("ezweb", "the user(s) account is temporarily limited", Writer),
    Row("ezweb", "the user(s) account is temporarily over quota", Writer),
    Row("ezweb", "the following recipients did not receive this message", Writer),
    Row("ezweb", "your message was not delivered within", Writer),
    Row("kddi", "could not be delivered to:", Writer),
    Row("biglobe", "non-delivered information", Writer),
    Row("m-filter", "server message", Hint),
    Row("interscan", "message from interscan messaging security suite", Writer),
    Row("interscan", "unable to deliver message to", Hint),
    Row("netease", "您的邮件被退回来了", Writer),
    Row("netease", "sorry, your mail has been returned", Writer),
    Row("qq", "你发送的邮件被退回", Writer),
    Row("qq", "您发送的邮件被退回", Writer),
    Row("qq", "sorry, the mail you sent was returned", Writer),
    Row("fml", "are not a member of this mailing list", Writer),
    Row("fml", "fml has detected a loop condition", Writer),
    // Sending services and gateways.
    Row("ses", "an error occurred while trying to deliver the mail to the following recipients", Writer),
    Row("ironport", "was undeliverable. the reason for the problem", Writer),
    Row("sendgrid", "this is an automatically generated message from sendgrid", Writer),
    Row("powermta", "to inform you on the delivery status of a message you previously sent", Writer),
    Row("postal", "message that could not be delivered", Writer),
    Row("stalwart", "your message could not be delivered to the following recipients", Writer),
    Row("stalwart", "your message has been partially delivered", Writer),
    Row("amavis", "the message was not relayed to", Writer),
    Row("momentum", "bounced after it had been accepted", Writer),
    Row("barracuda", "was blocked by our spam firewall", Writer),
    Row("mxlogic", "included is a copy of the message header", Writer),
    Row("mailmarshal", "the following recipients were affected", Writer),
    Row("mailsweeper", "your message was not delivered to the following recipient", Writer),
    Row("surfcontrol", "message non-deliverable", Writer),
    Row("mailfoundry", "unable to deliver message to", Hint),
    Row("mailfoundry", "delivery failed for the following reason", Writer),
    Row("mimecast", "the problem appears to be", Writer),
    Row("x6", "the following recipients returned permanent errors", Writer),
    Row("generic", "could not be delivered because they are not accepting mail from", Hint),
    Row("generic", "could not be delivered to the following", Hint),
    Row("generic", "could not deliver message to the following", Hint),
    Row("sina", "邮件无法发送到您指定的地址", Writer),
    Row("generic", "cannot be delivered to the following", Hint),
    Row("generic", "was not delivered to the following", Hint),
    Row("generic", "could not be delivered to", Hint),
    Row("generic", "could not deliver your message to", Hint),
    Row("generic", "couldn't be delivered to", Hint),
    Row("generic", "couldn't be delivered", Hint),
    Row("generic", "this message could not be delivered", Hint),
    Row("generic", "your message could not be delivered", Hint),
    Row("generic", "unable to deliver your message", Hint),
    Row("generic", "unable to deliver the message", Hint),
    Row("generic", "the following recipients were undeliverable", Hint),
    Row("generic", "the following mail has been returned because it encountered an error", Hint),
    Row("generic", "your mail to the following recipients could not be delivered", Hint),
    Row("generic", "message not delivered to the following", Hint),
    Row("generic", "the following recipient(s) were unreachable", Hint),
    Row("generic", "the following destination addresses were unknown", Hint),
    Row("generic", "permanent delivery failure", Hint),
    Row("generic", "message delivery failed", Hint),
    Row("generic", "mail delivery failed", Hint),
    Row("generic", "delivery failed to", Hint),
    Row("generic", "failed recipients", Hint),
    Row("generic", "undeliverable message", Hint),
    Row("generic", "undeliverable recipient", Hint),
    Row("generic", "votre message n'a pas pu", Hint),
    Row("generic", "nachricht konnte nicht zugestellt werden", Hint),
    Row("generic", "konnte nicht zugestellt werden", Hint),
    Row("generic", "no se ha podido entregar", Hint),
    Row("generic", "non è stato possibile recapitare", Hint),
    Row("generic", "não pôde ser entregue", Hint),
    Row("generic", "não foi possível entregar sua mensagem", Hint),
    Row("generic", "no pudo ser entregado", Hint),
    Row("generic", "iletiniz şu alıcıya teslim edilemedi", Hint),
    Row("generic", "aşağıdaki alıcıya teslim edilemedi", Hint),
    Row("generic", "non può essere consegnato al seguente destinatario", Hint),
    Row("generic", "no ha podido ser entregado al siguiente destinatario", Hint),
    Row("generic", "ditt meddelande kunde inte levereras", Hint),
    Row("generic", "宛先へのメール送信に失敗しました", Hint),
    Row("generic", "수신자에게 메일을 전달하지 못했습니다", Hint),
    Row("generic", "配信できませんでした", Hint),
    Row("generic", "送信できませんでした", Hint),
    Row("generic", "お届けできませんでした", Hint),
    Row("generic", "无法投递", Hint),
    Row("generic", "avviso di mancata consegna", Hint),
    Row("generic", "недоставленное сообщение", Hint),
    Row("generic", "ваше сообщение не доставлено", Hint),
    Row("generic", "письмо не доставлено", Hint),
    Row("generic", "не может быть доставлено", Hint),
    Row("generic", "配信不能", Hint),
    Row("generic", "メール配信エラー", Hint),
    Row("generic", "メールエラー通知", Hint),
    Row("generic", "送信エラー", Hint),
    Row("generic", "配送に失敗", Hint),
    Row("generic", "エラーメール", Hint),
    Row("generic", "退信", Hint),
    Row("generic", "邮件传送失败", Hint),
    Row("generic", "邮件投递失败", Hint),
    Row("generic", "未能送达", Hint),
    Row("generic", "郵件無法傳遞", Hint),
    Row("generic", "반송", Hint),
    Row("generic", "메일 발송 실패", Hint),
    Row("generic", "전송 실패", Hint),
    Row("generic", "배달되지 않음", Hint),
    Row("generic", "无法送达", Hint),
    Row("generic", "無法傳送", Hint),
    // Delayed, in the words of any writer.
    Row("", "this is a warning message only", Delayed),
    Row("", "you do not need to resend your message", Delayed),
    Row("", "could not send message for past", Delayed),
    Row("", "could not send mail for past", Delayed),
    Row("", "will keep trying until message is", Delayed),
    Row("", "message will be retried for", Delayed),
    Row("", "has not yet been delivered", Delayed),
    Row("", "delivery attempts will continue to be made", Delayed),
    Row("", "delivery attempts will continue for some time", Delayed),
    Row("", "still being retried", Delayed),
    Row("", "this is a temporary error", Delayed),
    Row("", "this is just a warning, you do not need to take any action", Delayed),
    Row("", "this is an advisory-only mail", Delayed),
    Row("", "only a temporary failure report", Delayed),
    Row("", "delivery temporarily suspended", Delayed),
    Row("", "the server will continue trying", Delayed),
    Row("", "server will continue to try", Delayed),
    Row("", "will continue trying to deliver", Delayed),
    Row("", "delivery incomplete", Delayed),
    Row("", "gmail will retry for", Delayed),
    Row("", "no action is required on your part", Delayed),
    Row("", "your message has been delayed", Delayed),
    Row("", "has been delayed", Delayed),
    Row("", "it will be retried until it is", Delayed),
    Row("", "could not be delivered for more than", Delayed),
    Row("", "there was a temporary problem delivering to", Delayed),
    Row("", "will try to deliver your message for", Delayed),
    Row("", "es wird weiterhin versucht", Delayed),
    Row("", "remise différée", Delayed),
    Row("", "entrega retrasada", Delayed),
    Row("", "se volverá a intentar", Delayed),
    Row("", "consegna ritardata", Delayed),
    Row("", "messaggio non ancora recapitato", Delayed),
    Row("", "ritardo nella consegna", Delayed),
    Row("", "entrega atrasada", Delayed),
    Row("", "opóźnienie w doręczeniu", Delayed),
    Row("", "доставка задерживается", Delayed),
    Row("", "попытки доставки будут продолжены", Delayed),
    Row("", "配信が遅延", Delayed),
    Row("", "遅延しています", Delayed),
    Row("", "まだ配信されていません", Delayed),
    Row("", "再送を試みます", Delayed),
    Row("", "配送遅延", Delayed),
    Row("", "could not be delivered yet", Delayed),
    Row("", "has not been delivered yet", Delayed),
    Row("", "is still in the queue", Delayed),
    Row("", "still undelivered", Delayed),
    Row("", "delivery attempts are continuing", Delayed),
    Row("", "will keep trying", Delayed),
    Row("", "will continue to try to deliver", Delayed),
    Row("", "will be tried again for", Delayed),
    Row("", "has been deferred", Delayed),
    Row("", "has been postponed", Delayed),
    Row("", "enqueued and undeliverable for", Delayed),
    Row("", "noch nicht zugestellt", Delayed),
    Row("", "noch nicht an alle empfänger", Delayed),
    Row("", "zustellversuche werden fortgesetzt", Delayed),
    Row("", "la remise aux destinataires ou groupes suivants est différée", Delayed),
    Row("", "n'a pas encore été remis", Delayed),
    Row("", "todavía no se ha entregado", Delayed),
    Row("", "aún no se ha entregado", Delayed),
    Row("", "non è stato ancora recapitato", Delayed),
    Row("", "ainda não foi entregue", Delayed),
    Row("", "nog niet bezorgd", Delayed),
    Row("", "nog niet afgeleverd", Delayed),
    Row("", "配信が遅れて", Delayed),
    Row("", "引き続き配信を試み", Delayed),
    Row("", "尚未传递", Delayed),
    Row("", "尚未送达", Delayed),
    Row("", "将继续尝试", Delayed),
    Row("", "尚未傳遞", Delayed),
    Row("", "еще не доставлен", Delayed),
    Row("", "пока не доставлен", Delayed),
    Row("", "ещё не доставлен", Delayed),
    Row("", "nie została jeszcze dostarczona", Delayed),
    Row("", "아직 배달되지 않았", Delayed),
    Row("", "har ännu inte levererats", Delayed),
    Row("", "er endnu ikke blevet leveret", Delayed),
    Row("", "er ennå ikke levert", Delayed),
    Row("", "henüz teslim edilmedi", Delayed),
    Row("", "ještě nebyla doručena", Delayed),
    Row("", "esto es solo un aviso", Delayed),
    Row("", "esto es sólo un aviso", Delayed),
    Row("", "aún no ha podido ser entregado", Delayed),
    Row("", "ceci est seulement un avertissement", Delayed),
    Row("", "de nouvelles tentatives auront lieu", Delayed),
    Row("", "n'a pas encore pu être remis", Delayed),
    Row("", "le serveur continuera d'essayer", Delayed),
    Row("", "to jest tylko ostrzeżenie", Delayed),
    Row("", "próby będą ponawiane", Delayed),
    Row("", "questo è solo un avviso", Delayed),
    Row("", "non è ancora stato recapitato", Delayed),
    Row("", "il server continuerà a provare", Delayed),
    Row("", "toto je pouze varování", Delayed),
    Row("", "pokusy budou pokračovat", Delayed),
    Row("", "dit is slechts een waarschuwing", Delayed),
    Row("", "это только предупреждение", Delayed),
    Row("", "попытки будут продолжаться", Delayed),
    // Final, whatever else is said.
    Row("", "i've given up", Final),
    Row("", "this is a permanent error", Final),
    Row("", "will not continue trying", Final),
    Row("", "retry timeout exceeded", Final),
    Row("", "has been in the queue too long", Final),
    Row("", "giving up on", Final),
    Row("", "we give up", Final),
    Row("", "we are not going to try again", Final),
    Row("", "permanent fatal errors", Final),
    Row("", "will be deleted from queue", Final),
    Row("", "addresses had permanent delivery errors", Final),
    Row("", "delivery to the following addresses failed", Final),
    // Delivered.
    Row("", "your message was successfully delivered to", Delivered),
    Row("", "successfully delivered to the destination", Delivered),
    Row("", "was successfully delivered to", Delivered),
    Row("", "has been successfully delivered to", Delivered),
    Row("", "has been successfully relayed to", Delivered),
    Row("", "delivery to the following addresses was successful", Delivered),
    Row("", "expect no further notifications", Delivered),
    Row("", "relayed to non-dsn-aware mailer", Delivered),
    Row("", "expanded by mailing list", Delivered),
];

/// The rows, and behind them what gateways add.
static INDEX: Lazy<Index> = Lazy::new(|| Index::new(ROWS.iter().map(|row| row.1).chain(SENTENCES.iter().copied())));

/// What the wording of a text tells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Wording {
    /// The writer whose sentence stands there; `generic` for a failure in words that several use.
    pub(crate) layout: Option<&'static str>,
    /// A writer's own sentence was found, not just words that several use.
    pub(crate) is_known: bool,
    pub(crate) delayed: bool,
    pub(crate) is_final: bool,
    /// Final, even where the report's fields say that it is delayed.
    pub(crate) is_over: bool,
    pub(crate) delivered: bool,
    /// What only administrators need follows.
    pub(crate) for_administrators: bool,
    /// It is no notice, but a log for administrators.
    pub(crate) is_log: bool,
    /// There is something in it that a gateway adds to any mail.
    pub(crate) added: bool,
}

impl Wording {
    /// Looks a folded text over.
    pub(crate) fn of(folded: &str) -> Self {
        let mut wording = Self::default();
        let mut writer = usize::MAX;
        INDEX.find(folded, |position, _| {
            match ROWS.get(position).map(|row| row.2) {
                None => wording.added = true,
                Some(Writer | Hint) => {}
                Some(Delayed) => wording.delayed = true,
                Some(Final) => wording.is_final = true,
                Some(Over) => (wording.is_final, wording.is_over) = (true, true),
                Some(Delivered) => wording.delivered = true,
                Some(Administrators) => wording.for_administrators = true,
                Some(Log) => wording.is_log = true,
            }
            if let Some(Row(_, _, tells)) = ROWS.get(position).filter(|row| !row.0.is_empty()) {
                writer = writer.min(position);
                wording.is_known |= *tells != Hint;
            }
            // None wins, so that all are seen.
            false
        });
        wording.layout = ROWS.get(writer).map(|row| row.0);
        wording
    }

    /// What became of the mail, where the wording says so.
    pub(crate) fn outcome(self) -> Option<Outcome> {
        match self {
            Self { is_final: true, .. } => Some(Outcome::Failed),
            Self { delayed: true, .. } => Some(Outcome::Delayed),
            Self { delivered: true, .. } => Some(Outcome::Delivered),
            _ => None,
        }
    }

    /// Different things became of the mail to different recipients.
    pub(crate) fn tells_several(self) -> bool {
        u8::from(self.is_final) + u8::from(self.delayed) + u8::from(self.delivered) > 1
    }
}

/// What stands in each sentence by which the trying is over whatever the fields say, as it is written.
const OVER: &str = "nullmailer";

/// A quick look at a text as it stands: whether its wording may be [over](Wording::is_over).
pub(crate) fn may_be_over(text: &[u8]) -> bool {
    static SEED: Lazy<Finder<'static>> = Lazy::new(|| Finder::new(OVER));
    SEED.find(text).is_some()
}

/// Beginnings and pieces of subjects that announce a failure, folded. A hint, never enough.
static SUBJECTS: &[&str] = &[
    "undeliver",
    "returned mail",
    "returned message",
    "mail delivery fail",
    "message delivery fail",
    "delivery fail",
    "delivery has failed",
    "delivery status",
    "delivery notification",
    "delivery report",
    "delivery error",
    "failure notice",
    "failure delivery",
    "mail failure",
    "failed mail",
    "processing error",
    "mail failed",
    "mail system error",
    "nondeliver",
    "non-deliver",
    "non deliver",
    "not delivered",
    "can't deliver",
    "cannot deliver",
    "couldn't be delivered",
    "could not be delivered",
    "could not send message",
    "error sending your mail",
    "error sending message",
    "user unknown",
    "unknown user",
    "ndn:",
    "ndr:",
    "mail delivery status",
    "delivery problem",
    "bounced mail",
    "bounce message",
    "mail bounce",
    "message status - undeliverable",
    "nicht zugestellt",
    "unzustellbar",
    "non remis",
    "non recapitabile",
    "no se puede entregar",
    "no entregado",
    "onbestelbaar",
    "niedostarczon",
    "недоставлен",
    "не доставлено",
    "não entregue",
    "nelivrabil",
    "δεν παραδόθηκε",
    "не вдалося доставити",
    "iletilemedi",
    "配信不能",
    "メール配信エラー",
    "messaggio non consegnato",
    "correo devuelto",
    "olevererbart meddelande",
    "메일이 전송되지 못했습니다",
    "未送達",
    "送信エラー",
    "メールエラー通知",
    "メールを配信できません",
    "エラーメール",
    "传递失败",
    "未传递",
    "退信",
    "寄件錯誤",
    "전송 실패",
    "배달 실패",
    "배달되지 않음",
    "mancata consegna",
    "kan inte levereras",
    "kan ikke leveres",
    "kunne ikke leveres",
    "échec",
    "mislukt",
    "fallito",
    "mail error",
    "message frozen",
    "retour",
    "rejected mail",
    "mail rejected",
    "rejected:",
    "delivery unsuccessful",
    "problem delivering",
];

/// The same of subjects that announce a delay.
static DELAYS: &[&str] = &[
    "warning: message",
    "could not send mail for",
    "could not send message for",
    "delayed",
    "(delay)",
    "delivery delay",
    "delivery postponed",
    "waiting mail",
    "verzögert",
    "remise différée",
    "remise retardée",
    "entrega retrasada",
    "recapito posticipato",
    "consegna ritardata",
    "entrega atrasada",
    "bezorging vertraagd",
    "配信の遅延",
    "配信遅延",
    "配送遅延",
    "延迟传递",
    "投递延迟",
    "傳遞延遲",
    "доставка отложена",
    "задерживается",
    "dostarczanie opóźnione",
    "배달 지연",
    "är försenad",
    "teslim gecikti",
    "correo retrasado",
    "courrier retardé",
    "posta ritardata",
    "vertraagde mail",
    "opóźniona wiadomość",
    "zpožděná zpráva",
    "задержка доставки",
    "doručení zpožděno",
];

/// Whether what a folded Subject says is that the mail is still being tried.
pub(crate) fn announces_delay(said: &str) -> bool {
    static SET: Lazy<PhraseSet> = Lazy::new(|| PhraseSet::new(DELAYS));
    SET.is_in(said)
}

/// What couriers, and nobody else, deliver or not.
const PARCELS: &[&str] = &[
    "parcel",
    "package",
    "shipment",
    "tracking",
    "your item",
    "sendung",
    "paket",
    "zending",
    "pakje",
    "envío",
    "paquete",
    "encomenda",
    "colis",
    "votre envoi",
    "spedizione",
    "pacco",
    "przesyłk",
    "paczk",
    "zásilk",
    "посылк",
    "посилк",
    "відправлення",
    "pakken",
    "försändelse",
    "kargo",
    "包裹",
    "快件",
    "お荷物",
    "伝票",
    "택배",
];

/// Whether a folded text tells of a parcel.
pub(crate) fn tells_of_parcels(folded: &str) -> bool {
    static SET: Lazy<PhraseSet> = Lazy::new(|| PhraseSet::new(PARCELS));
    SET.is_in(folded)
}

/// What a Subject announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Announcement<'s> {
    /// What stands before the announcing words.
    pub(crate) before: &'s str,
    /// What the mail system says, without the subject that it repeats: `undeliverable: your order is delayed`.
    pub(crate) said: &'s str,
}

/// What a folded Subject announces, if it has the words for a failure.
pub(crate) fn announcement(folded: &str) -> Option<Announcement<'_>> {
    static SET: Lazy<PhraseSet> = Lazy::new(|| PhraseSet::new(&[SUBJECTS, DELAYS].concat()));
    // `delivery notification: delivery has been delayed`
    const NAMES: [&str; 3] = ["notification", "status", "report"];
    let place = SET.place_in(folded)?;
    let label = folded.find(':').map(|colon| pieces::before(folded, colon + 1));
    let repeats = |label: &&str| SET.is_in(label) && !NAMES.iter().any(|name| label.contains(name));
    let said = label.filter(repeats).unwrap_or(folded);
    Some(Announcement { before: pieces::before(folded, place), said })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn announcements() {
        let said = |subject| announcement(subject).map(|it| (it.before, it.said));
        assert_eq!(said("undeliverable: your order is delayed"), Some(("", "undeliverable:")));
        assert_eq!(
            said("warning: message 1abc delayed 24 hours"),
            Some(("", "warning: message 1abc delayed 24 hours"))
        );
        assert_eq!(
            said("automatic reply: delivery status"),
            Some(("automatic reply: ", "automatic reply: delivery status"))
        );
        assert_eq!(said("rejected: delivery delayed: parcel"), Some(("", "rejected:")));
        let whole = "delivery notification: delivery has been delayed";
        assert_eq!(said(whole), Some(("", whole)));
        assert_eq!(said("news"), None);
    }

    #[test]
    fn sentences_are_folded_and_found() {
        for Row(name, phrase, tells) in ROWS {
            assert_eq!(crate::rule::fold(phrase), *phrase);
            assert!(*tells != Over || may_be_over(phrase.as_bytes()), "{phrase}");
            let wording = Wording::of(phrase);
            assert!(name.is_empty() || wording.layout.is_some(), "{phrase}");
        }
        for subject in SUBJECTS.iter().chain(DELAYS).chain(PARCELS) {
            assert_eq!(crate::rule::fold(subject).trim(), *subject);
        }
    }
}
