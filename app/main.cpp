#include "app/run.h"

int main(int argc, char *argv[])
{
    return Treatybook::run(argc, argv);
}
