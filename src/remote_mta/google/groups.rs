//! Google Groups, in its languages.

use crate::reason::{Detail, Fault, Reason as R};
use crate::rule::Row;

#[rustfmt::skip] // A row is two or three lines.
pub(super) const ROWS: &[Row] = &[
    Row::new("google/group-tried-contact-may", "the group you tried to contact", R::RecipientRestricted,
        "We're writing to let you know that the group you tried to contact (g@example.com) may not exist, or you may not have permission to post messages to the group.", "seen in samples")
            .then(&["may not exist, or you may not have permission to post"]).detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed", "グループにメッセージを投稿する権限がない", R::RecipientRestricted,
        "グループにメッセージを投稿する権限がない", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-2", "skupina, kterou se pokoušíte kontaktovat", R::RecipientRestricted,
        "skupina, kterou se pokoušíte kontaktovat", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-3", "die gruppe, die sie kontaktieren möchten", R::RecipientRestricted,
        "die gruppe, die sie kontaktieren möchten", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/kontaktierte-gruppe", "kontaktierte gruppe", R::RecipientRestricted,
        "kontaktierte gruppe", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-4", "ομάδα με την οποία επιχειρείτε να επικοινωνήσετε", R::RecipientRestricted,
        "ομάδα με την οποία επιχειρείτε να επικοινωνήσετε", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-5", "le groupe que vous avez essayé de contacter", R::RecipientRestricted,
        "le groupe que vous avez essayé de contacter", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/le-groupe-que-vous-essayez", "le groupe que vous essayez de contacter", R::RecipientRestricted,
        "le groupe que vous essayez de contacter", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/el-grupo-con-el-que", "el grupo con el que has intentado contactar", R::RecipientRestricted,
        "el grupo con el que has intentado contactar", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/el-grupo-con-el-que-ha", "el grupo con el que ha intentado contactar", R::RecipientRestricted,
        "el grupo con el que ha intentado contactar", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/il-gruppo-che-hai-cercato", "il gruppo che hai cercato di contattare", R::RecipientRestricted,
        "il gruppo che hai cercato di contattare", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-6", "o grupo que você tentou contatar", R::RecipientRestricted,
        "o grupo que você tentou contatar", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-7", "o grupo que você está tentando contatar", R::RecipientRestricted,
        "o grupo que você está tentando contatar", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/de-groep-waarmee-je-contact", "de groep waarmee je contact", R::RecipientRestricted,
        "de groep waarmee je contact", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-8", "grupa, z którą próbujesz się skontaktować", R::RecipientRestricted,
        "grupa, z którą próbujesz się skontaktować", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-9", "группа, с которой вы пытаетесь связаться", R::RecipientRestricted,
        "группа, с которой вы пытаетесь связаться", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-10", "您試圖聯絡的", R::RecipientRestricted,
        "您試圖聯絡的", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-11", "您尝试联系的", R::RecipientRestricted,
        "您尝试联系的", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-12", "समूह को संदेश पोस्ट करने की अनुमति", R::RecipientRestricted,
        "समूह को संदेश पोस्ट करने की अनुमति", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
    Row::new("google/group-unknown-or-closed-13", "مجوز لازم برای ارسال پیام به این گروه", R::RecipientRestricted,
        "مجوز لازم برای ارسال پیام به این گروه", "Google Groups notices")
            .detail(Detail::Closed).fault(Fault::Sender).permanent().unmistakable(),
];
