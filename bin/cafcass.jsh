import java.math.BigDecimal
import java.nio.file.*
import java.time.*
import java.util.*
import java.util.stream.*
import org.cafcass.metrics.*
import org.cafcass.metrics.published.*
import org.cafcass.metrics.statistics.*
import org.cafcass.model.*
import org.cafcass.model.calendar.*
import org.cafcass.model.extract.*
import org.cafcass.model.synthetic.*
import org.cafcass.report.*
import org.cafcass.workload.*
void println(Object value) { System.out.println(value); }
