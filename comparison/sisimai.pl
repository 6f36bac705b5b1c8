# Times Sisimai over mails: arguments are paths; prints one JSON object.
use strict;
use warnings;
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);
use Sisimai;

$SIG{__WARN__} = sub { };
my @mails = map { local $/; open my $file, '<:raw', $_ or die "$_: $!"; scalar <$file> } @ARGV;

# Version 5 calls it rise, version 4 make.
my $method = Sisimai->can('rise') ? 'rise' : 'make';

sub read_all {
    my $answers = 0;
    for my $mail (@mails) {
        my $copy   = $mail;
        my $result = eval { Sisimai->$method(\$copy) };
        $answers++ if $result && @$result;
    }
    return $answers;
}

read_all();
my $start   = clock_gettime(CLOCK_MONOTONIC);
my $answers = read_all();
my $seconds = clock_gettime(CLOCK_MONOTONIC) - $start;
print qq({"seconds": $seconds, "answers": $answers, "version": "@{[Sisimai->version]}"}\n);
