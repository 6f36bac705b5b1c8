# Times Mail::DeliveryStatus::BounceParser over mails: arguments are paths; prints one JSON object.
use strict;
use warnings;
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);
use Mail::DeliveryStatus::BounceParser;

$SIG{__WARN__} = sub { };
my @mails = map { local $/; open my $file, '<:raw', $_ or die "$_: $!"; scalar <$file> } @ARGV;

sub read_all {
    my $answers = 0;
    for my $mail (@mails) {
        my $bounce = eval { Mail::DeliveryStatus::BounceParser->new($mail) };
        $answers++ if $bounce && eval { $bounce->is_bounce && scalar $bounce->addresses };
    }
    return $answers;
}

read_all();
my $start   = clock_gettime(CLOCK_MONOTONIC);
my $answers = read_all();
my $seconds = clock_gettime(CLOCK_MONOTONIC) - $start;
print qq({"seconds": $seconds, "answers": $answers, "version": "$Mail::DeliveryStatus::BounceParser::VERSION"}\n);
